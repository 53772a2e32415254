//@ expect: worker_outlives_owner
//@ effect: leak

use std::io::{self, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Status {
    addr: SocketAddr,
    served: Arc<AtomicU32>,
    acceptor: Option<JoinHandle<()>>,
}

fn answer(stream: &mut TcpStream, number: u32) -> io::Result<()> {
    writeln!(stream, "you are number {number}")
}

impl Status {
    fn serve() -> io::Result<Status> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let addr = listener.local_addr()?;
        let served = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&served);
        let acceptor = thread::spawn(move || loop { //~ worker_outlives_owner
            match listener.accept() {
                Ok((mut stream, _)) => {
                    let number = counter.fetch_add(1, Ordering::Relaxed);
                    if let Err(err) = answer(&mut stream, number) {
                        eprintln!("client {number}: {err}");
                    }
                }
                Err(err) => eprintln!("accept: {err}"),
            }
        });
        Ok(Status { addr, served, acceptor: Some(acceptor) })
    }

    fn close(mut self) -> u32 {
        if let Some(acceptor) = self.acceptor.take() {
            println!("accepting: {}", !acceptor.is_finished());
        }
        self.served.load(Ordering::Relaxed)
    }
}

fn main() -> ExitCode {
    let Ok(status) = Status::serve() else {
        return ExitCode::FAILURE;
    };
    let addr = status.addr;
    println!("connected: {}", TcpStream::connect(addr).is_ok());
    thread::sleep(Duration::from_millis(30));
    println!("{} served", status.close());
    thread::sleep(Duration::from_millis(60));
    if TcpStream::connect(addr).is_ok() {
        println!("it still listens");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
