use std::sync::mpsc::Sender;

pub enum Event {
    Visit(String),
    Found { from: String, link: String },
}

pub trait Plugin: Send {
    fn page(&self, url: &str);
}

pub struct LinkFinder {
    pub events: Sender<Event>,
}

impl Plugin for LinkFinder {
    fn page(&self, url: &str) {
        if url.len() < 12 {
            let link = format!("{url}/next");
            let _ = self.events.send(Event::Found { from: url.to_owned(), link });
        }
    }
}
