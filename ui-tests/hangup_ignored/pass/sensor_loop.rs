//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
struct Sample {
    number: u32,
    volts: f32,
}

#[derive(Default)]
struct Adc {
    conversions: AtomicU32,
}

impl Adc {
    fn convert(&self) -> Sample {
        let number = self.conversions.fetch_add(1, Ordering::Relaxed);
        let volts = 3.3 * (number % 16) as f32 / 15.0;
        Sample { number, volts }
    }
}

fn sample(adc: &Adc, samples: &Sender<Sample>) {
    loop {
        if samples.send(adc.convert()).is_err() {
            return;
        }
        thread::sleep(Duration::from_millis(3));
    }
}

fn start(adc: &Arc<Adc>) -> Receiver<Sample> {
    let (sender, samples) = mpsc::channel();
    let adc = Arc::clone(adc);
    thread::spawn(move || sample(&adc, &sender));
    samples
}

fn main() -> ExitCode {
    let adc = Arc::new(Adc::default());
    let samples = start(&adc);
    for sample in samples.iter().take(3) {
        println!("{}: {:.1} V", sample.number, sample.volts);
    }
    drop(samples);
    thread::sleep(Duration::from_millis(30));
    let before = adc.conversions.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(60));
    if adc.conversions.load(Ordering::Relaxed) > before {
        println!("it still converts");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
