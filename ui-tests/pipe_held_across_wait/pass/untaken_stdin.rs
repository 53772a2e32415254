//@ expect: none
//@ effect: none

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};

struct Hasher {
    child: Child,
}

impl Hasher {
    fn start() -> io::Result<Hasher> {
        let child = Command::new("cksum").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        Ok(Hasher { child })
    }

    fn update(&mut self, bytes: &[u8]) -> bool {
        match self.child.stdin.as_mut() {
            Some(stdin) => stdin.write_all(bytes).is_ok(),
            None => false,
        }
    }

    fn finish(mut self) -> io::Result<String> {
        let status = self.child.wait()?;
        let mut sum = String::new();
        if let Some(stdout) = self.child.stdout.as_mut() {
            stdout.read_to_string(&mut sum)?;
        }
        if status.success() { Ok(sum) } else { Err(io::Error::other(status.to_string())) }
    }
}

fn main() -> io::Result<()> {
    let mut hasher = Hasher::start()?;
    let fed = [&b"some "[..], b"bytes"].iter().all(|part| hasher.update(part));
    println!("fed: {fed}");
    print!("{}", hasher.finish()?);
    Ok(())
}
