//@ expect: none
//@ effect: none

mod signals;

use std::time::Duration;

use signals::SignalWatch;

fn main() -> std::io::Result<()> {
    let watch = SignalWatch::install()?;
    for n in 0..3 {
        std::thread::sleep(Duration::from_millis(10));
        if watch.interrupted() {
            println!("interrupted at {n}");
            break;
        }
    }
    println!("{} signals", watch.uninstall());
    Ok(())
}
