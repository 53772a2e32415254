//@ expect: none
//@ effect: none

use std::process;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

enum Request {
    Page(&'static str),
    Quit,
}

#[derive(Clone, Copy, Debug)]
enum Failure {
    NotFound(&'static str),
}

struct Cache {
    loader: JoinHandle<u32>,
}

fn load(requests: &Receiver<Request>) -> u32 {
    let mut loaded = 0;
    loop {
        match requests.recv() {
            Ok(Request::Page(name)) => {
                println!("loaded {name}");
                loaded += 1;
            }
            Ok(Request::Quit) | Err(_) => return loaded,
        }
    }
}

fn look_up(name: &'static str) -> Result<Request, Failure> {
    match name {
        "index" | "about" => Ok(Request::Page(name)),
        _ => Err(Failure::NotFound(name)),
    }
}

fn main() {
    let (requests, inbox) = mpsc::channel();
    let cache = Cache { loader: thread::spawn(move || load(&inbox)) };
    for name in ["index", "about", "secret"] {
        match look_up(name) {
            Ok(request) => {
                let _ = requests.send(request);
            }
            Err(Failure::NotFound(name)) => {
                thread::sleep(Duration::from_millis(10));
                println!("no such page: {name}");
                process::exit(0);
            }
        }
    }
    let _ = requests.send(Request::Quit);
    match cache.loader.join() {
        Ok(loaded) => println!("{loaded} loaded"),
        Err(_) => process::exit(1),
    }
}
