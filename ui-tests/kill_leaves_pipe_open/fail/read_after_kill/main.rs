//@ expect: kill_leaves_pipe_open
//@ effect: hang

mod probe;

use std::io;
use std::time::Duration;

use probe::Probe;

fn main() -> io::Result<()> {
    let limit = Duration::from_millis(80);
    for script in ["echo quick", "echo slow; sleep 20 & wait"] {
        let report = Probe::start(script)?.run(limit)?;
        println!("{script:?} in time: {}", report.in_time);
        print!("{}", report.output);
    }
    Ok(())
}
