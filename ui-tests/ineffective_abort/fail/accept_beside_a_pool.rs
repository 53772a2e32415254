//@ expect: ineffective_abort
//@ effect: leak

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::thread;
use std::time::Duration;

type Task = Box<dyn FnMut() + Send>;

struct Sharing {
    todo: Mutex<VecDeque<Task>>,
    added: Condvar,
    waiting: AtomicUsize,
}

/// Threads that die when they have had nothing to do for a while.
struct TaskPool {
    sharing: Arc<Sharing>,
}

impl TaskPool {
    fn new() -> TaskPool {
        let sharing = Sharing { todo: Mutex::new(VecDeque::new()), added: Condvar::new(), waiting: AtomicUsize::new(0) };
        TaskPool { sharing: Arc::new(sharing) }
    }

    fn spawn(&self, task: Task) {
        let mut todo = self.sharing.todo.lock().unwrap();
        if self.sharing.waiting.load(Ordering::Acquire) == 0 {
            self.add_thread(task);
        } else {
            todo.push_back(task);
            self.sharing.added.notify_one();
        }
    }

    fn add_thread(&self, mut task: Task) {
        let sharing = Arc::clone(&self.sharing);
        thread::spawn(move || {
            loop {
                task();
                let mut todo = sharing.todo.lock().unwrap();
                task = loop {
                    if let Some(next) = todo.pop_front() {
                        break next;
                    }
                    sharing.waiting.fetch_add(1, Ordering::Release);
                    let (again, waited) = sharing.added.wait_timeout(todo, Duration::from_millis(20)).unwrap();
                    sharing.waiting.fetch_sub(1, Ordering::Release);
                    todo = again;
                    if waited.timed_out() && todo.is_empty() {
                        return;
                    }
                };
            }
        });
    }
}

fn serve(stream: TcpStream) {
    let mut lines = BufReader::new(&stream).lines();
    while let Some(Ok(line)) = lines.next() {
        if (&stream).write_all(line.to_uppercase().as_bytes()).is_err() {
            break;
        }
    }
}

struct Server {
    close: Arc<AtomicBool>,
    address: SocketAddr,
}

impl Server {
    fn open() -> std::io::Result<Server> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let close = Arc::new(AtomicBool::new(false));
        let closing = Arc::clone(&close);
        thread::spawn(move || {
            let pool = TaskPool::new();
            while !closing.load(Ordering::Relaxed) {
                match listener.accept() {
                    Ok((stream, _)) => {
                        let mut stream = Some(stream);
                        pool.spawn(Box::new(move || {
                            if let Some(stream) = stream.take() {
                                serve(stream);
                            }
                        }));
                    }
                    Err(_) => break,
                }
            }
        });
        Ok(Server { close, address })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.close.store(true, Ordering::Relaxed); //~ ineffective_abort
    }
}

fn visit() -> std::io::Result<Weak<AtomicBool>> {
    let server = Server::open()?;
    let mut client = TcpStream::connect(server.address)?;
    client.write_all(b"hello\n")?;
    thread::sleep(Duration::from_millis(30));
    Ok(Arc::downgrade(&server.close))
}

fn main() -> ExitCode {
    let Ok(close) = visit() else { return ExitCode::FAILURE };
    thread::sleep(Duration::from_millis(150));
    if close.strong_count() > 0 {
        println!("the server still accepts");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
