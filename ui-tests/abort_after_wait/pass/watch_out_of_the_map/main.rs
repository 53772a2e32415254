//@ expect: none
//@ effect: none

mod watcher;

use watcher::{Change, FileWatcher};

fn main() {
    let (mut watcher, changes) = FileWatcher::new();
    watcher.add("Cargo.toml");
    watcher.add("Cargo.lock");
    for change in changes.iter().take(4) {
        match change {
            Change::Created(path) => println!("{path} is new"),
            Change::Grown { path, by } => println!("{path} +{by}"),
        }
    }
    println!("{}", watcher.remove("Cargo.toml").is_some());
    println!("{}", watcher.remove("Cargo.lock").is_some());
    println!("{:?}", watcher.remove("build.rs"));
}
