//@ expect: pipe_held_across_wait
//@ effect: hang

mod calculator;

use std::io;

use calculator::Calculator;

fn main() -> io::Result<()> {
    let mut calculator = Calculator::start()?;
    let entered = ["1 + 1", "2 * 21"].map(|line| calculator.enter(line));
    println!("{entered:?}");
    println!("{:?}", calculator.results());
    Ok(())
}
