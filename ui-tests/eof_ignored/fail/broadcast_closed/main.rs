//@ expect: eof_ignored
//@ effect: spin

mod mirror;

use tokio::sync::broadcast::{self, Sender};
use tokio::task::JoinHandle;

use mirror::{Change, Mirror};

fn publish(changes: Sender<Change>, names: &[&str]) {
    for name in names {
        let name = (*name).to_owned();
        if changes.send(Change::Added(name.clone())).is_err() {
            eprintln!("nobody follows {name}");
        }
    }
    let _ = changes.send(Change::Removed(names[0].to_owned()));
}

#[tokio::main]
async fn main() {
    let (changes, _) = broadcast::channel(16);
    let mirror = Mirror { names: Vec::new(), missed: 0 };
    let follower: JoinHandle<Mirror> = tokio::spawn(mirror.follow(changes.subscribe(), 4));
    publish(changes, &["ann", "bob", "cyd"]);
    match follower.await {
        Ok(mirror) => println!("{:?}, missed {}", mirror.names, mirror.missed > 0),
        Err(err) => eprintln!("{err}"),
    }
}
