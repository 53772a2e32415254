//@ expect: join_while_receiver_held
//@ effect: hang

mod evaluator;
mod lexer;

use evaluator::evaluate;

fn main() {
    for text in ["2 and 3", "99 bottles 99 more bottles 99 again and again and again"] {
        let (sum, count) = evaluate(text);
        println!("{sum:?} from {} tokens", count.min(3));
    }
}
