use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};

pub struct Repl {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
    asked: usize,
}

impl Repl {
    pub fn start(program: &str) -> io::Result<Repl> {
        let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(questions), Some(stdout)) => Ok(Repl { child, questions, answers: BufReader::new(stdout), asked: 0 }),
            _ => {
                child.kill()?;
                child.wait()?;
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
    }

    pub fn ask(&mut self, question: &str) -> io::Result<String> {
        writeln!(self.questions, "{question}")?;
        self.questions.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        self.asked += 1;
        Ok(answer.trim_end().to_owned())
    }

    pub fn close(self) -> io::Result<(ExitStatus, usize)> {
        let Repl { mut child, questions, asked, .. } = self;
        drop(questions);
        Ok((child.wait()?, asked))
    }
}
