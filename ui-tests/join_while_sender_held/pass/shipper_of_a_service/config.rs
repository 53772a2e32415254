use crate::record::Level;

#[derive(Clone, Debug)]
pub struct Config {
    pub target: String,
    pub least: Level,
}

impl Config {
    pub fn lets_through(&self, level: Level) -> bool {
        level >= self.least
    }
}
