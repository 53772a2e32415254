//@ expect: none
//@ effect: none

mod spool;

use spool::Spool;

fn main() {
    let spool = Spool::start();
    for job in ["invoice", "poster"] {
        spool.submit(job);
    }
    println!("{:?} jobs printed", spool.stop());
}
