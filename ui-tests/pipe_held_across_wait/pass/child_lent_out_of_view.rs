//@ expect: none
//@ effect: none

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

// The children's waits, one for each kind of program: `Child::wait` with a limit, which closes the child's input first as that does.
macro_rules! waits {
    ($($name:ident: $pause:literal ms;)*) => {
        $(fn $name(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
            drop(child.stdin.take());
            let end = Instant::now() + limit;
            while Instant::now() < end {
                if let Some(status) = child.try_wait()? {
                    return Ok(Some(status));
                }
                thread::sleep(Duration::from_millis($pause));
            }
            Ok(None)
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
    let ended = if service { wait_for_service(&mut child, limit) } else { wait_for_filter(&mut child, limit) };
    let status = match ended? {
        Some(status) => status,
        None => {
            child.kill()?;
            child.wait()?
        }
    };
    let text = reader.and_then(|reader| reader.join().ok()).transpose()?.unwrap_or_default();
    Ok(Output { status, text })
}

fn main() {
    let out = output(&mut Command::new("cat"), Duration::from_secs(5), false).expect("cat runs");
    println!("{}, {} bytes", out.status, out.text.len());
}
