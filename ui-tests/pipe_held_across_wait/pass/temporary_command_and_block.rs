//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

struct Sorter {
    child: Child,
}

fn spawn_sort(output: io::PipeWriter) -> io::Result<Child> {
    Command::new("sort").arg("-n").stdin(Stdio::piped()).stdout(output).spawn()
}

impl Sorter {
    fn start() -> io::Result<(Sorter, io::PipeReader)> {
        let (output, input) = io::pipe()?;
        let child = spawn_sort(input)?;
        Ok((Sorter { child }, output))
    }

    fn feed(&mut self, numbers: &[i32]) {
        if let Some(mut stdin) = self.child.stdin.take() {
            for number in numbers {
                if writeln!(stdin, "{number}").is_err() {
                    break;
                }
            }
        }
    }

    fn wait(mut self) -> io::Result<bool> {
        Ok(self.child.wait()?.success())
    }
}

fn main() -> io::Result<()> {
    let (mut sorter, output) = Sorter::start()?;
    let reader = thread::spawn(move || {
        let lines = BufReader::new(output).lines();
        lines.map_while(Result::ok).collect::<Vec<_>>()
    });
    sorter.feed(&[42, 7, 19]);
    println!("sorted: {}", sorter.wait()?);
    match reader.join() {
        Ok(lines) => println!("{}", lines.join(" ")),
        Err(_) => eprintln!("reader panicked"),
    }
    Ok(())
}
