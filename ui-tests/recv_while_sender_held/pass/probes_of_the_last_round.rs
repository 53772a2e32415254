//! Senders are handed out in a loop, and the last round gives up the one that was cloned.
//@ expect: none
//@ effect: none

use std::iter;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

const PROBES: usize = 3;

#[derive(Debug)]
struct Reading {
    probe: usize,
    celsius: f32,
}

fn probe(id: usize, out: Sender<Reading>) -> JoinHandle<()> {
    thread::spawn(move || {
        for round in 0..4 {
            let celsius = 20.0 + id as f32 + round as f32 / 10.0;
            if out.send(Reading { probe: id, celsius }).is_err() {
                return;
            }
        }
    })
}

fn start_by_repeat() -> (Receiver<Reading>, Vec<JoinHandle<()>>) {
    let (tx, rx) = mpsc::channel();
    let probes = iter::repeat_n(tx, PROBES).enumerate().map(|(id, out)| probe(id, out)).collect();
    (rx, probes)
}

fn averages(readings: impl Iterator<Item = Reading>) -> Vec<f32> {
    let mut sums = vec![(0.0, 0u32); PROBES];
    for Reading { probe, celsius } in readings {
        sums[probe].0 += celsius;
        sums[probe].1 += 1;
    }
    sums.into_iter().map(|(sum, n)| sum / n.max(1) as f32).collect()
}

fn by_repeat() -> Vec<f32> {
    let (rx, probes) = start_by_repeat();
    let result = averages(rx.into_iter());
    for probe in probes {
        let _ = probe.join();
    }
    result
}

fn by_vec() -> Vec<f32> {
    let (tx, rx) = mpsc::channel();
    let mut probes = Vec::with_capacity(PROBES);
    for (id, out) in vec![tx; PROBES].into_iter().enumerate() {
        probes.push(probe(id, out));
    }
    let result = averages(rx.iter());
    probes.into_iter().for_each(|p| p.join().expect("probe"));
    result
}

fn by_last_round() -> Vec<f32> {
    let (tx, rx) = mpsc::channel();
    let mut slot = Some(tx);
    let mut probes = Vec::new();
    for id in 0..PROBES {
        let last = id + 1 == PROBES;
        let out = if last { slot.take() } else { slot.clone() };
        if let Some(out) = out {
            probes.push(probe(id, out));
        }
    }
    let result = averages(rx.iter());
    probes.into_iter().for_each(|p| p.join().expect("probe"));
    result
}

fn main() {
    println!("{:?}", by_repeat());
    println!("{:?}", by_vec());
    println!("{:?}", by_last_round());
}
