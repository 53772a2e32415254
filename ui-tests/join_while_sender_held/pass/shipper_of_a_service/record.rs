#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Debug,
    Info,
    Error,
}

#[derive(Debug)]
pub struct Record {
    pub level: Level,
    pub text: String,
}

impl Record {
    pub fn line(&self) -> String {
        let mark = match self.level {
            Level::Debug => 'D',
            Level::Info => 'I',
            Level::Error => 'E',
        };
        format!("<{mark}> {}", self.text)
    }
}
