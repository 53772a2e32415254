use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

pub struct Server {
    pub addr: SocketAddr,
    closing: Arc<AtomicBool>,
    acceptor: Option<JoinHandle<usize>>,
}

fn answer(mut stream: TcpStream) -> io::Result<()> {
    let mut name = String::new();
    stream.read_to_string(&mut name)?;
    write!(stream, "hello {name}")
}

fn serve(listener: &TcpListener, closing: &AtomicBool) -> usize {
    let mut served = 0;
    while !closing.load(Ordering::Relaxed) {
        match listener.accept() {
            Ok((stream, _)) => match answer(stream) {
                Ok(()) => served += 1,
                Err(err) => eprintln!("client lost: {err}"),
            },
            Err(err) => eprintln!("accept: {err}"),
        }
    }
    served
}

impl Server {
    pub fn bind() -> io::Result<Server> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let addr = listener.local_addr()?;
        let closing = Arc::new(AtomicBool::new(false));
        let flag = closing.clone();
        let acceptor = Some(thread::spawn(move || serve(&listener, &flag)));
        Ok(Server { addr, closing, acceptor })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Relaxed); //~ ineffective_abort
        let served = self.acceptor.take().map(JoinHandle::join);
        println!("served {:?}", served.and_then(Result::ok));
    }
}
