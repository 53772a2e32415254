use flume::Sender;

#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Word(String),
    Number(i64),
}

pub fn lex(text: &str, tokens: &Sender<Token>) -> usize {
    let mut count = 0;
    for part in text.split_whitespace() {
        let token = match part.parse() {
            Ok(number) => Token::Number(number),
            Err(_) => Token::Word(part.to_owned()),
        };
        if tokens.send(token).is_err() {
            break;
        }
        count += 1;
    }
    count
}
