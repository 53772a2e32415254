use std::thread::{self, JoinHandle};
use std::time::Duration;

use must_abort::joins;

pub struct Team {
    lead: JoinHandle<u32>,
    helper: JoinHandle<u32>,
}

fn work(name: &str) -> u32 {
    thread::sleep(Duration::from_millis(2));
    name.len() as u32
}

impl Team {
    pub fn start(names: [&'static str; 2]) -> Team {
        let [lead, helper] = names.map(|name| thread::spawn(move || work(name)));
        Team { lead, helper }
    }

    #[joins(self.lead, self.helper)]
    pub fn finish(self) -> u32 {
        let Team { lead, helper } = self;
        let helped = match helper.join() {
            Ok(helped) => helped,
            Err(_) => {
                eprintln!("the helper panicked");
                0
            }
        };
        helped + lead.join().unwrap_or(0)
    }
}
