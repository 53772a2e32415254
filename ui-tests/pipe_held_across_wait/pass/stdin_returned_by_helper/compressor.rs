use std::io::{self, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};

pub struct Compressor<'a> {
    program: &'a str,
    level: u8,
}

pub struct Written {
    pub bytes: usize,
    pub status: ExitStatus,
}

impl<'a> Compressor<'a> {
    pub fn new(program: &'a str) -> Self {
        Compressor { program, level: 6 }
    }

    pub fn level(mut self, level: u8) -> Self {
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

    pub fn compress(&self, parts: &[&[u8]]) -> io::Result<Written> {
        let (mut child, mut input) = self.open()?;
        let mut bytes = 0;
        for part in parts {
            if input.write_all(part).is_ok() {
                bytes += part.len();
            }
        }
        drop(input);
        let status = child.wait()?;
        Ok(Written { bytes, status })
    }
}
