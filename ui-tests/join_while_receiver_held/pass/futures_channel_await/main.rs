//@ expect: none
//@ effect: none

mod json;
mod parser;

use json::Json;
use parser::Parser;

#[tokio::main]
async fn main() {
    let text = "1, two, null, 4, five, null, 7, 8";
    println!("{:?}", Parser::start(text).expect(Json::Number(9.0)).await);
    println!("{:?}", Parser::start(text).expect(Json::Null).await);
}
