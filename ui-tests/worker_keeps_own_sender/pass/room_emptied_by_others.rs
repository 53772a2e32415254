//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Room {
    members: BTreeMap<String, Sender<String>>,
}

#[derive(Clone, Default)]
struct Chat {
    rooms: Arc<Mutex<BTreeMap<String, Arc<Mutex<Room>>>>>,
}

impl Chat {
    fn join(&self, room: &str, nick: &str) -> (Arc<Mutex<Room>>, Receiver<String>) {
        let (tx, rx) = mpsc::channel();
        let mut rooms = self.rooms.lock().unwrap();
        let room = Arc::clone(rooms.entry(room.to_owned()).or_default());
        room.lock().unwrap().members.insert(nick.to_owned(), tx);
        (room, rx)
    }

    fn say(&self, room: &str, text: &str) {
        let rooms = self.rooms.lock().unwrap();
        let Some(room) = rooms.get(room) else { return };
        for member in room.lock().unwrap().members.values() {
            let _ = member.send(text.to_owned());
        }
    }

    fn close_room(&self, name: &str) -> bool {
        let Some(room) = self.rooms.lock().unwrap().remove(name) else {
            return false;
        };
        room.lock().unwrap().members.clear();
        true
    }
}

fn follow(room: &Mutex<Room>, inbox: &Receiver<String>) -> usize {
    let mut heard = 0;
    while let Ok(text) = inbox.recv() {
        heard += usize::from(!text.is_empty());
    }
    println!("{} left in the room", room.lock().unwrap().members.len());
    heard
}

fn main() {
    let chat = Chat::default();
    let (room, inbox) = chat.join("rust", "ferris");
    let listener = thread::spawn(move || follow(&room, &inbox));
    chat.say("rust", "hello");
    chat.say("rust", "bye");
    thread::sleep(Duration::from_millis(20));
    println!("closed: {}", chat.close_room("rust"));
    println!("heard {}", listener.join().unwrap());
}
