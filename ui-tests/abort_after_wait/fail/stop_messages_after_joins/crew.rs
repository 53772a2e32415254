use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

pub enum Task {
    Square(i64),
    Negate(i64),
    Stop,
}

pub struct Crew {
    pub tasks: Sender<Task>,
    pub results: Receiver<i64>,
    hands: Vec<thread::JoinHandle<u32>>,
}

fn work(tasks: &Receiver<Task>, results: &Sender<i64>) -> u32 {
    let mut done = 0;
    while let Ok(task) = tasks.recv() {
        let result = match task {
            Task::Square(number) => number * number,
            Task::Negate(number) => -number,
            Task::Stop => break,
        };
        if results.send(result).is_err() {
            break;
        }
        done += 1;
    }
    done
}

impl Crew {
    pub fn hire(size: usize) -> Self {
        let (tasks, todo) = unbounded();
        let (outbox, results) = unbounded();
        let hands = (0..size)
            .map(|_| {
                let (todo, outbox) = (todo.clone(), outbox.clone());
                thread::spawn(move || work(&todo, &outbox))
            })
            .collect();
        Crew { tasks, results, hands }
    }

    pub fn dismiss(self) -> Result<u32, String> {
        let size = self.hands.len();
        let mut done = 0;
        for hand in self.hands {
            let tasks = hand.join(); //~ abort_after_wait
            done += tasks.map_err(|_| "a hand panicked".to_owned())?;
        }
        for _ in 0..size {
            self.tasks.send(Task::Stop).map_err(|err| err.to_string())?;
        }
        Ok(done)
    }
}
