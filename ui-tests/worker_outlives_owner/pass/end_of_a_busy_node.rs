//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;
use std::time::Duration;

// A node of a network: a thread answers packets and does what its handles say. It leaves its loop when the last handle is gone.
static RUNNING: AtomicUsize = AtomicUsize::new(0);

enum Message {
    Watch(usize, Sender<u64>),
    Put(u64, Sender<bool>),
    Shutdown(Sender<()>),
}

#[derive(Clone)]
pub struct Node {
    sender: Sender<Message>,
    address: Option<SocketAddr>,
}

struct Rpc {
    socket: UdpSocket,
    watchers: [Option<Sender<u64>>; 8],
    stored: BTreeMap<u64, Vec<Sender<bool>>>,
    received: u64,
}

impl Rpc {
    fn new() -> io::Result<Rpc> {
        let socket = UdpSocket::bind("127.0.0.1:0")?;
        socket.set_read_timeout(Some(Duration::from_millis(5)))?;
        Ok(Rpc { socket, watchers: Default::default(), stored: BTreeMap::new(), received: 0 })
    }

    fn put(&mut self, key: u64, reply: Sender<bool>) {
        self.stored.entry(key).or_default().push(reply);
    }

    fn tick(&mut self) {
        let mut buf = [0; 1500];
        let Ok((len, from)) = self.socket.recv_from(&mut buf) else { return };
        self.received += len as u64;
        if buf[0] == b'?' && self.socket.send_to(&self.received.to_le_bytes(), from).is_err() {
            self.received = 0;
        }
        if let Some(watcher) = &self.watchers[buf[1] as usize % 8] {
            let _ = watcher.send(self.received);
        }
    }
}

fn run(mut rpc: Rpc, messages: Receiver<Message>) {
    loop {
        match messages.try_recv() {
            Ok(Message::Watch(which, watcher)) => rpc.watchers[which % 8] = Some(watcher),
            Ok(Message::Put(key, reply)) => rpc.put(key, reply),
            Ok(Message::Shutdown(done)) => {
                let _ = done.send(());
                break;
            }
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => break,
        }
        rpc.tick();
    }
    RUNNING.fetch_sub(1, Ordering::SeqCst);
}

impl Node {
    pub fn new() -> io::Result<Node> {
        let (sender, messages) = mpsc::channel();
        let rpc = Rpc::new()?;
        let address = rpc.socket.local_addr().ok();
        RUNNING.fetch_add(1, Ordering::SeqCst);
        thread::spawn(move || run(rpc, messages));
        Ok(Node { sender, address })
    }

    pub fn watch(&self, which: usize) -> Option<Receiver<u64>> {
        let (tx, rx) = mpsc::channel();
        self.sender.send(Message::Watch(which, tx)).ok()?;
        Some(rx)
    }

    pub fn put(&self, key: u64) -> Option<bool> {
        let (tx, rx) = mpsc::channel();
        self.sender.send(Message::Put(key, tx)).ok()?;
        rx.recv_timeout(Duration::from_millis(20)).ok()
    }

    pub fn shutdown(&mut self) {
        let (tx, rx) = mpsc::channel();
        if self.sender.send(Message::Shutdown(tx)).is_ok() {
            let _ = rx.recv();
        }
        self.address = None;
    }
}

fn main() -> io::Result<ExitCode> {
    let mut first = Node::new()?;
    first.shutdown();
    let node = Node::new()?;
    println!("{}", node.address.is_some_and(|address| address.port() > 0));
    drop(node);
    thread::sleep(Duration::from_millis(200));
    let running = RUNNING.load(Ordering::SeqCst);
    println!("{running} nodes run");
    Ok(if running > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS })
}
