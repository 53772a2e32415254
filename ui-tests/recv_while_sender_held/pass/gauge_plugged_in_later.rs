//@ expect: none
//@ effect: none

//! What a thread finds behind a lock may have been put there after it was started: it sends there, and lets go of it.

use std::collections::HashMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Board {
    gauge: Mutex<Option<Sender<u32>>>,
    logs: Mutex<Vec<Sender<String>>>,
    alarms: Mutex<HashMap<&'static str, Sender<u32>>>,
    off: AtomicBool,
}

struct Machine {
    board: Arc<Board>,
    runner: JoinHandle<()>,
}

fn run(board: &Board) {
    let mut pressure = 0;
    while !board.off.load(Ordering::Acquire) {
        pressure += 1;
        if let Some(gauge) = board.gauge.lock().unwrap().as_ref() {
            let _ = gauge.send(pressure);
        }
        if pressure > 3
            && let Some(alarm) = board.alarms.lock().unwrap().remove("pressure")
        {
            let _ = alarm.send(pressure);
        }
        thread::sleep(Duration::from_millis(3));
    }
    let logs = std::mem::take(&mut *board.logs.lock().unwrap());
    for log in &logs {
        let _ = log.send(format!("ran for {} rounds", pressure.min(1)));
    }
}

impl Machine {
    fn start() -> Machine {
        let board = Arc::new(Board::default());
        let shared = Arc::clone(&board);
        Machine { board, runner: thread::spawn(move || run(&shared)) }
    }

    fn gauge(&self) -> Receiver<u32> {
        let (gauge, values) = mpsc::channel();
        *self.board.gauge.lock().unwrap() = Some(gauge);
        values
    }

    fn log(&self) -> Receiver<String> {
        let (log, lines) = mpsc::channel();
        self.board.logs.lock().unwrap().push(log);
        lines
    }

    fn alarm(&self) -> Receiver<u32> {
        let (alarm, raised) = mpsc::channel();
        self.board.alarms.lock().unwrap().insert("pressure", alarm);
        raised
    }
}

fn main() -> ExitCode {
    let machine = Machine::start();
    let (values, lines, raised) = (machine.gauge(), machine.log(), machine.alarm());
    println!("some pressure: {}", values.recv().is_ok_and(|value| value > 0));
    for pressure in raised {
        println!("alarm: {}", pressure > 3);
    }
    machine.board.off.store(true, Ordering::Release);
    for line in lines {
        println!("{line}");
    }
    match machine.runner.join() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
