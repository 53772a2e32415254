//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, RwLock};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct Settings {
    values: HashMap<String, String>,
    revision: u32,
}

struct Reload {
    key: String,
    value: String,
    done: Sender<u32>,
}

struct Config {
    settings: Arc<RwLock<Settings>>,
    reloads: Option<Sender<Reload>>,
    loader: Option<JoinHandle<()>>,
}

impl Config {
    fn new() -> Self {
        let settings = Arc::new(RwLock::new(Settings::default()));
        let (reloads, requests) = mpsc::channel::<Reload>();
        let target = Arc::clone(&settings);
        let loader = thread::spawn(move || {
            while let Ok(Reload { key, value, done }) = requests.recv() {
                let revision = {
                    let mut settings = target.write().unwrap();
                    settings.values.insert(key, value);
                    settings.revision += 1;
                    settings.revision
                };
                let _ = done.send(revision);
            }
        });
        Config { settings, reloads: Some(reloads), loader: Some(loader) }
    }

    fn set(&self, key: &str, value: &str) -> Option<u32> {
        {
            let current = self.settings.read().unwrap();
            if current.values.get(key).is_some_and(|old| old == value) {
                return Some(current.revision);
            }
        }
        let (done, revision) = mpsc::channel();
        let reload = Reload { key: key.to_owned(), value: value.to_owned(), done };
        self.reloads.as_ref()?.send(reload).ok()?;
        revision.recv().ok()
    }
}

impl Drop for Config {
    fn drop(&mut self) {
        self.reloads.take();
        if let Some(loader) = self.loader.take() {
            let _ = loader.join();
        }
    }
}

fn main() {
    let config = Config::new();
    println!("{:?}", config.set("colour", "blue"));
    println!("{:?}", config.set("colour", "blue"));
    println!("{:?}", config.set("colour", "green"));
}
