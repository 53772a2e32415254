//@ expect: join_while_receiver_held
//@ effect: hang

mod scanner;

use std::io;

use scanner::Scanner;

fn first_odd(scanner: &Scanner) -> Option<u64> {
    loop {
        let candidate = scanner.next()?;
        if candidate % 2 == 1 {
            return Some(candidate);
        }
    }
}

fn main() -> io::Result<()> {
    let scanner = Scanner::start("squares", 2..1000)?;
    println!("first odd square: {:?}", first_odd(&scanner));
    drop(scanner);
    println!("scanner closed");
    Ok(())
}
