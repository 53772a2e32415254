use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::plan::Plan;

pub struct Crew {
    hands: Vec<JoinHandle<Vec<String>>>,
}

impl Crew {
    pub fn hire(plan: &Arc<Plan>, lines: &[&'static str]) -> Crew {
        let share = lines.len().div_ceil(plan.workers.max(1));
        let hands = lines.chunks(share.max(1)).map(|lines| {
            let (plan, lines) = (Arc::clone(plan), lines.to_vec());
            thread::spawn(move || cut(&plan, &lines))
        });
        Crew { hands: hands.collect() }
    }

    pub fn finish(self) -> Vec<String> {
        let mut cells = Vec::new();
        for hand in self.hands {
            match hand.join() {
                Ok(part) => cells.extend(part),
                Err(_) => eprintln!("a part of the import is missing"),
            }
        }
        cells
    }
}

fn cut(plan: &Plan, lines: &[&str]) -> Vec<String> {
    let cells = lines.iter().flat_map(|line| line.split(','));
    cells.map(|cell| cell.chars().take(plan.width).collect()).collect()
}
