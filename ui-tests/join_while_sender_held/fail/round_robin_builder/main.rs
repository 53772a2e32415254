//@ expect: join_while_sender_held
//@ effect: hang

mod shards;

use shards::ShardsBuilder;

fn main() -> std::io::Result<()> {
    let shards = ShardsBuilder::new("count").shards(3).build()?;
    for (key, amount) in [("apples", 3), ("pears", 4), ("apples", 5)] {
        shards.add(key, amount);
    }
    let mut totals = shards.finish();
    totals.sort_unstable();
    println!("{totals:?}");
    Ok(())
}
