//@ expect: none
//@ effect: none

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Stats {
    served: AtomicUsize,
    stop: AtomicBool,
}

fn housekeep(stats: &Stats) -> usize {
    let mut rounds = 0;
    while !stats.stop.load(Ordering::Acquire) {
        thread::sleep(Duration::from_millis(1));
        rounds += 1;
    }
    rounds
}

fn serve(listener: &TcpListener, stats: &Arc<Stats>, limit: usize) -> io::Result<()> {
    let seen = Arc::clone(stats);
    let housekeeper = thread::spawn(move || housekeep(&seen));
    for _ in 0..limit {
        let (mut stream, peer) = listener.accept()?;
        let stats = Arc::clone(stats);
        let session = thread::spawn(move || {
            let served = stats.served.fetch_add(1, Ordering::Relaxed);
            writeln!(stream, "{peer} is number {served}")
        });
        if let Ok(Err(err)) = session.join() {
            eprintln!("{peer}: {err}");
        }
    }
    stats.stop.store(true, Ordering::Release);
    println!("housekeeping: {}", housekeeper.join().is_ok());
    Ok(())
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let stats = Arc::new(Stats::default());
    let server = thread::spawn(move || serve(&listener, &stats, 2));
    for _ in 0..2 {
        let mut greeting = String::new();
        TcpStream::connect(address)?.read_to_string(&mut greeting)?;
        println!("{}", !greeting.is_empty());
    }
    server.join().unwrap_or(Ok(()))
}
