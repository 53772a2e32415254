//@ expect: pipe_held_across_wait
//@ effect: hang

use std::io::{self, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};

struct Compressor<'a> {
    program: &'a str,
    level: u8,
}

struct Written {
    bytes: usize,
    status: ExitStatus,
}

impl<'a> Compressor<'a> {
    fn new(program: &'a str) -> Self {
        Compressor { program, level: 6 }
    }

    fn level(mut self, level: u8) -> Self {
        self.level = level.clamp(1, 9);
        self
    }

    fn open(&self) -> io::Result<(Child, ChildStdin)> {
        let mut child = Command::new(self.program).arg(format!("-{}", self.level)).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        match child.stdin.take() {
            Some(stdin) => Ok((child, stdin)),
            None => {
                let _ = child.kill();
                let _ = child.wait();
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
    }

    fn compress(&self, parts: &[&[u8]]) -> io::Result<Written> {
        let (mut child, mut input) = self.open()?;
        let mut bytes = 0;
        for part in parts {
            if input.write_all(part).is_ok() {
                bytes += part.len();
            }
        }
        let status = child.wait()?; //~ pipe_held_across_wait
        Ok(Written { bytes, status })
    }
}

fn main() -> io::Result<()> {
    let gzip = Compressor::new("gzip").level(12);
    let written = gzip.compress(&[b"aaaa", b"bbbb", b"cc"])?;
    println!("{} bytes, {}", written.bytes, written.status);
    Ok(())
}
