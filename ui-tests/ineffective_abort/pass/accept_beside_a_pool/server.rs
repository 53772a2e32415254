use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::pool::TaskPool;

fn serve(stream: TcpStream) {
    let mut lines = BufReader::new(&stream).lines();
    while let Some(Ok(line)) = lines.next() {
        if (&stream).write_all(line.to_uppercase().as_bytes()).is_err() {
            break;
        }
    }
}

pub struct Server {
    pub close: Arc<AtomicBool>,
    pub address: SocketAddr,
}

impl Server {
    pub fn open() -> std::io::Result<Server> {
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
        self.close.store(true, Ordering::Relaxed);
        // Wakes the thread that accepts.
        let _ = TcpStream::connect(self.address);
    }
}
