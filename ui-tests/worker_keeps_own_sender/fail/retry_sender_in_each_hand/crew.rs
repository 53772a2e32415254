use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::thread;

use crossbeam_channel::{Sender, unbounded};

use crate::hand::{Hand, Job};

pub struct Crew {
    pub jobs: Sender<Job>,
    pub present: Arc<AtomicUsize>,
}

impl Crew {
    pub fn hire(size: usize) -> Crew {
        let (jobs, inbox) = unbounded();
        let present = Arc::new(AtomicUsize::new(0));
        for _ in 0..size {
            let hand = Hand { jobs: inbox.clone(), retry: jobs.clone(), present: Arc::clone(&present) };
            thread::spawn(move || hand.work());
        }
        Crew { jobs, present }
    }
}
