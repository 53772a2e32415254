use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout};

use crate::tool;

pub struct Session {
    pub child: Child,
    pub questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Session {
    pub fn open(words: &[&str]) -> io::Result<Session> {
        let mut child = tool::start(words)?;
        let questions = child.stdin.take().expect("it is piped");
        let answers = child.stdout.take().expect("it is piped");
        Ok(Session { child, questions, answers: BufReader::new(answers) })
    }

    pub fn ask(&mut self, question: &str) -> io::Result<()> {
        writeln!(self.questions, "{question}")?;
        self.questions.flush()
    }

    pub fn answers(&mut self, count: usize) -> io::Result<Vec<String>> {
        let mut answers = Vec::new();
        for _ in 0..count {
            let mut line = String::new();
            if self.answers.read_line(&mut line)? == 0 {
                break;
            }
            answers.push(line.trim_end().to_owned());
        }
        Ok(answers)
    }
}
