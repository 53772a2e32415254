//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};

/// A line of the log, with its end.
struct Record(String);

impl Record {
    fn is_comment(&self) -> bool {
        self.0.starts_with('#')
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.0.trim_end().strip_prefix(name)?.strip_prefix('=')
    }
}

#[derive(Debug)]
enum Refused {
    NotThere(String),
    Io(io::Error),
}

struct Log {
    lines: BufReader<ChildStdout>,
    comments: u32,
}

impl Log {
    /// The value of the first record that is not a comment.
    fn first(&mut self, name: &str) -> Result<String, Refused> {
        loop {
            let mut record = Record(String::new());
            self.lines.read_line(&mut record.0).map_err(Refused::Io)?;
            if record.0.starts_with('#') {
                self.comments += 1;
                continue;
            }
            return match record.field(name) {
                Some(value) => Ok(value.to_owned()),
                None => Err(Refused::NotThere(record.0)),
            };
        }
    }

    fn rest(&mut self) -> io::Result<usize> {
        let mut records = Vec::new();
        for line in (&mut self.lines).lines() {
            let record = Record(line?);
            if !record.is_comment() {
                records.push(record);
            }
        }
        Ok(records.len())
    }
}

fn main() -> io::Result<()> {
    for script in ["echo '# v2'; echo level=3; echo; echo end", "echo '# v1'"] {
        let mut child = Command::new("sh").args(["-c", script]).stdout(Stdio::piped()).spawn()?;
        let mut log = Log { lines: BufReader::new(child.stdout.take().expect("piped")), comments: 0 };
        println!("{:?} after {} comments", log.first("level"), log.comments);
        println!("{} records more", log.rest()?);
        child.wait()?;
    }
    Ok(())
}
