use std::collections::HashMap;
use std::io::{self, BufRead, Write};

pub struct Session<R, W> {
    pub reader: R,
    pub writer: W,
    pub vars: HashMap<String, String>,
}

impl<R: BufRead, W: Write> Session<R, W> {
    pub fn serve(&mut self) -> io::Result<usize> {
        let mut line = String::new();
        let mut handled = 0;
        loop {
            line.clear();
            self.reader.read_line(&mut line)?; //~ eof_ignored
            let mut words = line.split_whitespace();
            match (words.next(), words.next(), words.next()) {
                (Some("set"), Some(key), Some(value)) => {
                    self.vars.insert(key.to_string(), value.to_string());
                    writeln!(self.writer, "stored")?;
                }
                (Some("get"), Some(key), None) => {
                    let value = self.vars.get(key).map_or("nil", String::as_str);
                    writeln!(self.writer, "{value}")?;
                }
                (Some("quit"), ..) => return Ok(handled),
                (None, ..) => continue,
                _ => writeln!(self.writer, "error")?,
            }
            handled += 1;
        }
    }
}
