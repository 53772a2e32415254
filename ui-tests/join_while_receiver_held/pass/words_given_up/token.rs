#[derive(Debug)]
pub struct Raw(pub String);

#[derive(Debug)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

#[derive(Debug)]
pub enum ParseError {
    Empty(usize),
}
