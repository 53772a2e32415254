//@ expect: none
//@ effect: none

mod lease;
mod migration;
mod shard;

use std::thread;

use lease::Leases;
use migration::{Migration, Step};
use shard::Shard;

fn main() {
    let leases = Leases::new(2);
    let mut shards = vec![Shard::new("a-m"), Shard::new("n-z")];
    let steps = [Step::AddColumn("price"), Step::Rename("price", "cost"), Step::Rename("stock", "left")];
    for shard in &mut shards {
        match Migration::new(&leases, &steps).run(shard) {
            Ok(done) => println!("{}: {done} steps", shard.name()),
            Err(what) => println!("{}: {what}", shard.name()),
        }
    }
    let waiting = leases.clone();
    let backup = thread::spawn(move || waiting.all_back());
    backup.join().expect("the backup does not panic");
    println!("all shards are saved");
}
