#[derive(Clone, Debug)]
pub struct Page {
    number: u32,
    text: String,
}

impl Page {
    pub fn render(document: &str, number: u32) -> Page {
        Page { number, text: format!("{document} - {number}") }
    }

    pub fn is_blank(&self) -> bool {
        self.text.is_empty() || self.number == 0
    }
}
