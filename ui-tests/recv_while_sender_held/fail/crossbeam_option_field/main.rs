//@ expect: recv_while_sender_held
//@ effect: hang

mod counter;

use counter::Counter;

fn main() -> Result<(), &'static str> {
    let mut counter = Counter::with_capacity(2);
    counter.add("the quick brown fox\njumps over")?;
    counter.add("a lazy dog")?;
    println!("{:?}", counter.finish());
    Ok(())
}
