//! The reader holds a sender too, and never drains: it takes up to an end mark, or as many as another iterator has.
//@ expect: none
//@ effect: none

mod lexer;

use lexer::Lexer;

fn main() {
    let lexer = Lexer::new();
    lexer.feed("the quick brown fox");
    println!("{:?}", lexer.sentence());
    lexer.feed("add 3 and 4");
    println!("{}", lexer.sum());
    lexer.feed("skip 42 the rest");
    println!("{:?}", lexer.first_number());
    lexer.feed("five of them here now");
    println!("{}", lexer.histogram(6).len());
    lexer.feed("peek at this");
    println!("{}", lexer.upto_end());
    lexer.feed("x y");
    println!("{:?}", lexer.zip_numbers());
    println!("left: {}", lexer.tokens.try_iter().count());
}
