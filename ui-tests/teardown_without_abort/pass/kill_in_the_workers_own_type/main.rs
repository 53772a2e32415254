//@ expect: none
//@ effect: none

mod readings;
mod sensor;
mod session;

use std::io;
use std::thread;
use std::time::Duration;

use session::Session;

fn main() -> io::Result<()> {
    let session = Session::start()?;
    thread::sleep(Duration::from_millis(20));
    println!("average above zero: {}", session.finish() > 0.0);
    Ok(())
}
