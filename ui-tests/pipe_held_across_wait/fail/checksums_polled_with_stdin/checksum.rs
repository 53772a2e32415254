use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

enum Outcome {
    Clean,
    Failed(Option<i32>),
}

pub struct Checksum {
    pub children: Vec<(String, Child)>,
}

impl Checksum {
    pub fn start(&mut self, name: &str, data: &[u8]) -> io::Result<()> {
        let mut child = Command::new("cksum").stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        if let Some(stdin) = child.stdin.as_mut() {
            stdin.write_all(data)?;
            stdin.flush()?;
        }
        self.children.push((name.to_string(), child));
        Ok(())
    }

    fn poll_one(child: &mut Child) -> io::Result<Outcome> {
        loop {
            match child.try_wait()? { //~ pipe_held_across_wait
                Some(status) if status.success() => return Ok(Outcome::Clean),
                Some(status) => return Ok(Outcome::Failed(status.code())),
                None => thread::sleep(Duration::from_millis(5)),
            }
        }
    }

    pub fn collect(&mut self) -> io::Result<usize> {
        let mut clean = 0;
        for (name, child) in &mut self.children {
            match Self::poll_one(child)? {
                Outcome::Clean => clean += 1,
                Outcome::Failed(code) => println!("{name}: exit code {code:?}"),
            }
        }
        Ok(clean)
    }
}
