//@ expect: abandoned_worker
//@ effect: leak

mod sandbox;

use std::process::ExitCode;
use std::time::Duration;

use sandbox::{Sandbox, Verdict};

fn alive(pid: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

fn main() -> ExitCode {
    let sandbox = Sandbox::new(Duration::from_millis(100));
    let mut leaked = 0;
    for script in ["exit 0", "exec sleep 3"] {
        match sandbox.check(script) {
            Ok(Verdict::Exited(code)) => println!("exit {code}"),
            Ok(Verdict::TooSlow { pid }) => {
                println!("too slow");
                if alive(pid) {
                    leaked += 1;
                }
            }
            Err(err) => eprintln!("{err}"),
        }
    }
    if leaked > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS }
}
