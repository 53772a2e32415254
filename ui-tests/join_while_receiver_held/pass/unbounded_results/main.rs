//@ expect: none
//@ effect: none

mod search;

use search::Search;

fn main() {
    let text = &["to be", "or not", "to be", "that is", "the question"];
    println!("{} distinct", Search::start("t", text).distinct().len());
}
