use std::process::{ExitStatus, Stdio};

use tokio::io::{self, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, Command};

pub struct Filter {
    child: Child,
    input: ChildStdin,
    sent: usize,
}

#[derive(Debug)]
pub enum FilterError {
    Io(io::Error),
    NoStdin,
}

impl From<io::Error> for FilterError {
    fn from(err: io::Error) -> Self {
        FilterError::Io(err)
    }
}

impl Filter {
    pub fn start(program: &str) -> Result<Filter, FilterError> {
        let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        let input = child.stdin.take().ok_or(FilterError::NoStdin)?;
        Ok(Filter { child, input, sent: 0 })
    }

    pub async fn line(&mut self, line: &str) -> Result<(), FilterError> {
        self.input.write_all(line.as_bytes()).await?;
        self.input.write_all(b"\n").await?;
        self.input.flush().await?;
        self.sent += 1;
        Ok(())
    }

    pub async fn finish(mut self) -> Result<(ExitStatus, usize), FilterError> {
        let status = self.child.wait().await?; //~ pipe_held_across_wait
        Ok((status, self.sent))
    }
}
