#[derive(Debug)]
pub struct Statement {
    text: String,
}

impl Statement {
    pub fn new(text: &str, id: u32) -> Statement {
        Statement { text: format!("{text}{id}") }
    }

    pub fn apply(&self) -> usize {
        self.text.len()
    }
}
