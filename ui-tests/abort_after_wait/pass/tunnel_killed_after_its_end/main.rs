//@ expect: none
//@ effect: none

mod tunnel;

use std::io;
use std::time::Duration;

use tunnel::{Mode, Tunnel};

fn main() -> io::Result<()> {
    let mut tunnel = Tunnel::open("build.example")?;
    std::thread::sleep(Duration::from_millis(50));
    println!("up: {}", tunnel.is_up());
    let status = tunnel.close(Mode::Graceful)?;
    println!("ended: {}", status.is_some());
    tunnel.close(Mode::Forced)?;
    Ok(())
}
