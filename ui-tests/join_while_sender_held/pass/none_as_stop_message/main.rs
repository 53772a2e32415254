//@ expect: none
//@ effect: none

mod pool;

use pool::Pool;

fn main() {
    let mut pool = Pool::new(3);
    for number in 1..8 {
        println!("added: {}", pool.add(number));
    }
}
