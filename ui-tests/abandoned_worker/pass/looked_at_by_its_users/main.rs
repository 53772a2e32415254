//@ expect: none
//@ effect: none

mod runner;

use std::process::ExitCode;
use std::time::Duration;

use runner::{BrowserProcess, RunnerProcess};

fn main() -> ExitCode {
    for seconds in ["0.01", "30"] {
        let mut browser = match BrowserProcess::start("sleep", &[seconds]) {
            Ok(browser) => browser,
            Err(error) => {
                println!("no browser: {error}");
                continue;
            }
        };
        println!("{} runs: {}", browser.pid(), browser.running());
        println!("ended: {:?}", browser.wait(Duration::from_millis(100)));
    }
    ExitCode::SUCCESS
}
