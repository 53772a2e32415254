//@ expect: join_while_receiver_held
//@ effect: hang
//@ open: not found yet

mod merge;

use merge::Merge;

fn main() {
    let sources = vec![vec![1, 4, 7, 10, 13], vec![2, 5, 8, 11, 14]];
    let merge = Merge::start(sources);
    let smallest = merge.head(3);
    println!("{smallest:?}");
}
