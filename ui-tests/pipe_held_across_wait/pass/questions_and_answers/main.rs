//@ expect: none
//@ effect: none

mod repl;

use std::io;

use repl::Repl;

fn main() -> io::Result<()> {
    let mut repl = Repl::start("cat")?;
    for question in ["who wakes it?", "and when?"] {
        println!("{}", repl.ask(question)?);
    }
    let (status, asked) = repl.close()?;
    println!("{asked} asked, {status}");
    Ok(())
}
