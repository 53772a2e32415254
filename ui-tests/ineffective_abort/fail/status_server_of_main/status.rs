use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

pub struct StatusServer {
    pub addr: SocketAddr,
    stop: Arc<AtomicBool>,
    acceptor: Option<JoinHandle<u32>>,
}

fn answer(mut stream: TcpStream, served: u32) -> io::Result<()> {
    let mut request = [0; 32];
    let n = stream.read(&mut request)?;
    if n > 0 {
        write!(stream, "ok {served}")?;
    }
    Ok(())
}

impl StatusServer {
    pub fn bind() -> io::Result<StatusServer> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let addr = listener.local_addr()?;
        let stop = Arc::new(AtomicBool::new(false));
        let seen = stop.clone();
        let acceptor = thread::spawn(move || {
            let mut served = 0;
            while !seen.load(Ordering::Relaxed) {
                match listener.accept() {
                    Ok((stream, _)) => {
                        served += 1;
                        if let Err(err) = answer(stream, served) {
                            eprintln!("client: {err}");
                        }
                    }
                    Err(err) => eprintln!("accept: {err}"),
                }
            }
            served
        });
        Ok(StatusServer { addr, stop, acceptor: Some(acceptor) })
    }

    pub fn shutdown(&mut self) -> u32 {
        self.stop.store(true, Ordering::Relaxed); //~ ineffective_abort
        self.acceptor.take().and_then(|thread| thread.join().ok()).unwrap_or(0)
    }
}
