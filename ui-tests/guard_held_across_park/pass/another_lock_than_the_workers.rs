//@ expect: none
//@ effect: none

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Build {
    console: Mutex<()>,
    done: Mutex<Vec<&'static str>>,
    report: Mutex<String>,
}

fn compile(build: &Build, unit: &'static str, finished: &mpsc::Sender<&'static str>) {
    thread::sleep(Duration::from_millis(1));
    build.done.lock().unwrap_or_else(PoisonError::into_inner).push(unit);
    if let Ok(mut report) = build.report.try_lock() {
        report.push_str(unit);
    }
    let _ = finished.send(unit);
}

fn build_all(units: &[&'static str]) -> usize {
    let build = Arc::new(Build::default());
    let console = build.console.lock().unwrap_or_else(PoisonError::into_inner);
    let report = build.report.lock().unwrap_or_else(PoisonError::into_inner);
    let (finished, results) = mpsc::channel();
    let compilers: Vec<_> = units
        .iter()
        .map(|&unit| {
            let (build, finished) = (Arc::clone(&build), finished.clone());
            thread::spawn(move || compile(&build, unit, &finished))
        })
        .collect();
    drop(finished);
    for unit in results {
        println!("compiled {unit}");
    }
    for compiler in compilers {
        if compiler.join().is_err() {
            eprintln!("a compiler crashed");
        }
    }
    drop(console);
    println!("report of {} bytes", report.len());
    let done = build.done.lock().unwrap_or_else(PoisonError::into_inner);
    done.len()
}

fn main() {
    println!("{} units", build_all(&["core", "net", "cli"]));
}
