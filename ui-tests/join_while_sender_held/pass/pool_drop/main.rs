//@ expect: none
//@ effect: none

mod pool;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use pool::Pool;

fn checksum(block: &[u8]) -> u64 {
    block.iter().fold(17, |sum, &byte| {
        sum.wrapping_mul(31).wrapping_add(byte.into())
    })
}

fn main() {
    let total = Arc::new(AtomicU64::new(0));
    let pool = Pool::new(2);
    for block in ["north", "east", "south", "west"] {
        let total = Arc::clone(&total);
        let queued = pool.execute(move || {
            total.fetch_xor(checksum(block.as_bytes()), Ordering::Relaxed);
        });
        if !queued {
            eprintln!("{block}: the pool is closed");
        }
    }
    drop(pool);
    println!("checksum {:x}", total.load(Ordering::Relaxed));
}
