//@ expect: none
//@ effect: none

use std::mem::ManuallyDrop;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Packet {
    Audio(Vec<i16>),
    Silence(u32),
}

struct Player {
    packets: ManuallyDrop<Sender<Packet>>,
    thread: Option<JoinHandle<u64>>,
}

impl Player {
    fn open() -> Player {
        let (packets, inbox) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut samples = 0u64;
            for packet in inbox {
                samples += match packet {
                    Packet::Audio(data) => data.len() as u64,
                    Packet::Silence(count) => u64::from(count),
                };
            }
            samples
        });
        Player { packets: ManuallyDrop::new(packets), thread: Some(thread) }
    }

    fn play(&self, packet: Packet) {
        let _ = self.packets.send(packet);
    }

    fn close(mut self) -> u64 {
        let thread = self.thread.take();
        drop(ManuallyDrop::into_inner(self.packets));
        thread.map_or(0, |thread| thread.join().unwrap_or(0))
    }
}

fn main() {
    let player = Player::open();
    player.play(Packet::Audio(vec![0; 48]));
    player.play(Packet::Silence(16));
    println!("{} samples", player.close());
}
