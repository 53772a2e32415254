//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

// A server of named locks: for each name a thread hands the lock to one client after the other. It ends when the queue is empty, and says
// so under the same lock: whoever comes later starts another thread.
struct Name {
    thread: Option<JoinHandle<()>>,
    queue: Arc<Mutex<(bool, Vec<TcpStream>)>>,
}

pub struct LockServer {
    listener: TcpListener,
    names: HashMap<String, Name>,
    done: Arc<AtomicBool>,
}

impl LockServer {
    pub fn run(mut self) {
        while let Ok((client, _)) = self.listener.accept() {
            if self.done.load(Ordering::SeqCst) {
                break;
            }
            let mut client = BufReader::new(client);
            let mut name = String::new();
            if client.read_line(&mut name).is_err() {
                continue;
            }
            let client = client.into_inner();
            if let Some(known) = self.names.get_mut(&name) {
                let mut queue = known.queue.lock().unwrap();
                if queue.0 {
                    queue.1.push(client);
                    continue;
                }
                drop(known.thread.take().unwrap().join());
            }
            let queue = Arc::new(Mutex::new((true, vec![client])));
            let served = queue.clone();
            let thread = thread::spawn(move || {
                loop {
                    let mut client = {
                        let mut queue = served.lock().unwrap();
                        if queue.1.is_empty() {
                            queue.0 = false;
                            break;
                        }
                        queue.1.remove(0)
                    };
                    if client.write_all(&[1]).is_err() {
                        continue;
                    }
                    let mut rest = Vec::new();
                    drop(client.read_to_end(&mut rest));
                }
            });
            self.names.insert(name, Name { thread: Some(thread), queue });
        }
    }
}

impl Drop for LockServer {
    fn drop(&mut self) {
        for (_, mut name) in self.names.drain() {
            if let Some(thread) = name.thread.take() {
                drop(thread.join());
            }
        }
    }
}

fn lock(server: SocketAddr, name: &str) -> io::Result<TcpStream> {
    let mut client = TcpStream::connect(server)?;
    client.write_all(format!("{name}\n").as_bytes())?;
    client.read_exact(&mut [0])?;
    Ok(client)
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let addr = listener.local_addr()?;
    let done = Arc::new(AtomicBool::new(false));
    let server = LockServer { listener, names: HashMap::new(), done: done.clone() };
    let server = thread::spawn(move || server.run());
    let clients: Vec<_> = (0..3).map(|_| thread::spawn(move || lock(addr, "build").map(drop))).collect();
    let served = clients.into_iter().filter_map(|client| client.join().ok()).filter(Result::is_ok).count();
    done.store(true, Ordering::SeqCst);
    drop(TcpStream::connect(addr)?);
    let _ = server.join();
    println!("{served} clients had the lock");
    Ok(())
}
