//@ expect: pipe_held_across_wait
//@ effect: hang

use std::io::{self, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

// The children's waits, one for each kind of program: they get no more than the child's number, and its input stays open.
macro_rules! waits {
    ($($name:ident: $pause:literal ms;)*) => {
        $(fn $name(child: u32, limit: Duration) -> io::Result<bool> {
            let end = Instant::now() + limit;
            while Instant::now() < end {
                if !std::fs::exists(format!("/proc/{child}"))? {
                    return Ok(true);
                }
                thread::sleep(Duration::from_millis($pause));
            }
            Ok(false)
        })*
    };
}

waits! {
    wait_for_filter: 5 ms;
    wait_for_service: 50 ms;
}

pub struct Output {
    pub status: ExitStatus,
    pub text: String,
}

pub fn output(command: &mut Command, limit: Duration, service: bool) -> io::Result<Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let reader = child.stdout.take().map(|mut stdout| {
        thread::spawn(move || {
            let mut text = String::new();
            stdout.read_to_string(&mut text).map(|_| text)
        })
    });
    let ended = if service { wait_for_service(child.id(), limit) } else { wait_for_filter(child.id(), limit) };
    println!("ended in time: {}", ended?);
    let text = reader.and_then(|reader| reader.join().ok()).transpose()?.unwrap_or_default(); //~ pipe_held_across_wait
    Ok(Output { status: child.wait()?, text })
}

fn main() {
    let out = output(&mut Command::new("cat"), Duration::from_millis(200), false).expect("cat runs");
    println!("{}, {} bytes", out.status, out.text.len());
}
