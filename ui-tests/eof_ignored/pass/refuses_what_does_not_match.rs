//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};

#[derive(Debug)]
enum Refused {
    NoHeader(String),
    Io(io::Error),
}

struct Probe<R> {
    output: R,
    skipped: u32,
}

impl Probe<BufReader<ChildStdout>> {
    /// The value of the first line that is not a comment.
    fn header(&mut self, key: &str) -> Result<String, Refused> {
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).map_err(Refused::Io)?;
            if line.starts_with('#') {
                self.skipped += 1;
                continue;
            }
            if !line.starts_with(key) {
                return Err(Refused::NoHeader(line));
            }
            return Ok(line[key.len()..].trim().to_owned());
        }
    }

    fn until(&mut self, end: &str) -> Result<u32, Refused> {
        let mut count = 0;
        let mut line = String::new();
        loop {
            line.clear();
            self.output.read_line(&mut line).map_err(Refused::Io)?;
            match line.trim_end() {
                "" => return Err(Refused::NoHeader(end.to_owned())),
                text if text == end => return Ok(count),
                _ => count += 1,
            }
        }
    }
}

fn main() -> io::Result<()> {
    for script in ["echo '# v1'; echo 'size: 12'; echo a; echo b; echo end", "echo '# v1'; echo"] {
        let mut child = Command::new("sh").args(["-c", script]).stdout(Stdio::piped()).spawn()?;
        let output = BufReader::new(child.stdout.take().expect("piped"));
        let mut probe = Probe { output, skipped: 0 };
        println!("{:?}", probe.header("size:"));
        println!("{:?} after {} comments", probe.until("end"), probe.skipped);
        child.wait()?;
    }
    Ok(())
}
