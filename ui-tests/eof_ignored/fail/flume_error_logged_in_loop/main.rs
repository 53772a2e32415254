//@ expect: eof_ignored
//@ effect: spin

mod election;

use election::{Election, vote};

fn main() {
    let (sender, votes) = flume::unbounded();
    for booth in 0..3 {
        vote(booth, sender.clone());
    }
    drop(sender);
    let winner = Election::default().count(&votes, 4);
    println!("{winner} wins");
}
