//@ expect: recv_while_sender_held
//@ effect: hang

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

#[derive(Debug)]
struct Shard {
    id: usize,
    rows: Vec<u64>,
}

struct Merge {
    outputs: HashMap<usize, Sender<(usize, u64)>>,
    input: Receiver<(usize, u64)>,
}

impl Merge {
    fn new(shards: &[Shard]) -> Merge {
        let (tx, input) = mpsc::channel();
        let mut outputs = HashMap::new();
        for shard in shards {
            outputs.insert(shard.id, tx.clone());
        }
        Merge { outputs, input }
    }

    fn start(&mut self, shards: Vec<Shard>) -> Vec<thread::JoinHandle<()>> {
        let mut threads = Vec::new();
        for shard in shards {
            let Some(out) = self.outputs.get(&shard.id).cloned() else { continue };
            threads.push(thread::spawn(move || {
                for row in &shard.rows {
                    if out.send((shard.id, *row)).is_err() {
                        return;
                    }
                }
            }));
        }
        threads
    }

    fn total(&self) -> u64 {
        let mut total = 0;
        while let Ok((_, row)) = self.input.recv() { //~ recv_while_sender_held
            total += row;
        }
        total
    }
}

fn main() {
    let shards: Vec<Shard> = (0..3).map(|id| Shard { id, rows: vec![id as u64, 10] }).collect();
    let mut merge = Merge::new(&shards);
    let threads = merge.start(shards);
    println!("total {}", merge.total());
    for thread in threads {
        thread.join().unwrap();
    }
    println!("{} outputs", merge.outputs.len());
}
