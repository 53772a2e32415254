//@ expect: none
//@ effect: none

mod hook;

use std::io;
use std::process::ExitCode;

fn main() -> io::Result<ExitCode> {
    for (name, script) in [("fast", "exit 0"), ("slow", "exec sleep 4")] {
        let id = match hook::run(name, script)? {
            hook::Outcome::Ended(success) => {
                println!("{name} ended well: {success}");
                continue;
            }
            hook::Outcome::TimedOut(id) => id,
        };
        let state = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_else(|_| ") Z ".to_owned());
        println!("{name} timed out");
        if !state.contains(") Z ") {
            println!("it still runs");
            return Ok(ExitCode::from(3));
        }
    }
    Ok(ExitCode::SUCCESS)
}
