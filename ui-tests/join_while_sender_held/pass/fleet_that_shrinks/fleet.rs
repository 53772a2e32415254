use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

#[derive(Default)]
pub struct Fleet {
    inputs: Vec<Sender<u64>>,
    trucks: Vec<JoinHandle<u64>>,
    next: usize,
}

impl Fleet {
    pub fn grow(&mut self, to: usize) {
        while self.inputs.len() < to {
            let (tx, rx) = channel();
            self.inputs.push(tx);
            self.trucks.push(thread::spawn(move || rx.into_iter().sum()));
        }
    }

    pub fn load(&mut self, kilos: u64) {
        if let Some(input) = self.inputs.get(self.next % self.inputs.len().max(1)) {
            self.next += 1;
            let _ = input.send(kilos);
        }
    }

    pub fn shrink(&mut self, to: usize) -> u64 {
        self.inputs.truncate(to);
        let keep = to.min(self.trucks.len());
        self.trucks.drain(keep..).map(|truck| truck.join().unwrap_or(0)).sum()
    }

    pub fn halve(&mut self) -> u64 {
        let half = self.inputs.len() / 2;
        let gone = self.inputs.split_off(half);
        let trucks = self.trucks.split_off(half);
        println!("{} trucks leave", gone.len());
        drop(gone);
        trucks.into_iter().map(|truck| truck.join().unwrap_or(0)).sum()
    }

    pub fn pop(&mut self) -> Option<u64> {
        self.inputs.pop()?;
        let truck = self.trucks.pop()?;
        truck.join().ok()
    }

    pub fn swap_out(&mut self, index: usize) -> Option<u64> {
        if index >= self.trucks.len() {
            return None;
        }
        drop(self.inputs.swap_remove(index));
        self.trucks.swap_remove(index).join().ok()
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        println!("home: {}", self.shrink(0));
    }
}
