//@ expect: worker_keeps_own_sender
//@ effect: hang

mod broker;

use broker::{Post, start};

fn main() {
    let (outbox, broker) = start();
    for (topic, text) in [("news", "rain"), ("sport", "2:1")] {
        let text = text.to_owned();
        let _ = outbox.send(Post { topic, text });
    }
    drop(outbox);
    println!("delivered {:?}", broker.join().ok());
}
