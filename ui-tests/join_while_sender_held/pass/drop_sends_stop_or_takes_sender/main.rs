//@ expect: none
//@ effect: none

mod by_message;
mod by_take;

use by_message::Indexer;
use by_take::Notifier;

fn main() {
    let indexer = Indexer::start();
    let notifier = Notifier::start("mail");
    for (path, text) in [("a.txt", "one two"), ("b.txt", "three")] {
        indexer.index(path, text);
        notifier.notify(path);
    }
}
