#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Set(String, String),
    Get(String),
    Quit,
    Nothing,
}

impl Command {
    pub fn parse(line: &str) -> Command {
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("set"), Some(key), Some(value)) => Command::Set(key.to_owned(), value.to_owned()),
            (Some("get"), Some(key), None) => Command::Get(key.to_owned()),
            (Some("quit"), ..) => Command::Quit,
            _ => Command::Nothing,
        }
    }
}
