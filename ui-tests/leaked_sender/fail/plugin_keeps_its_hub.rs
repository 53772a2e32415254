//@ expect: leaked_sender
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

struct Hub {
    events: Sender<String>,
    plugins: Mutex<Vec<Plugin>>,
}

struct Plugin {
    name: &'static str,
    hub: Arc<Hub>,
}

impl Plugin {
    fn greet(&self) {
        let _ = self.hub.events.send(format!("{} is here", self.name));
    }
}

fn open() -> (Arc<Hub>, Receiver<String>) {
    let (events, inbox) = mpsc::channel();
    (Arc::new(Hub { events, plugins: Mutex::new(Vec::new()) }), inbox)
}

fn install(hub: &Arc<Hub>, name: &'static str) {
    let plugin = Plugin { name, hub: Arc::clone(hub) };
    plugin.greet();
    hub.plugins.lock().unwrap().push(plugin); //~ leaked_sender
}

fn main() {
    let (hub, inbox) = open();
    let printer = thread::spawn(move || {
        for line in inbox {
            println!("{line}");
        }
    });
    install(&hub, "git");
    drop(hub);
    printer.join().unwrap();
}
