use std::io;
use std::thread::{self, JoinHandle};

/// Starts a thread whose name shows in the list of processes.
pub fn named<F>(name: &str, work: F) -> io::Result<JoinHandle<()>>
where
    F: FnOnce() + Send + 'static,
{
    thread::Builder::new().name(name.to_owned()).spawn(work)
}

/// The same, with a word about it.
pub fn logged<F>(name: &str, work: F) -> io::Result<JoinHandle<()>>
where
    F: FnOnce() + Send + 'static,
{
    println!("start {name}");
    named(name, work)
}
