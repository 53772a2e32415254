//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Table = Arc<Mutex<HashMap<SocketAddr, Connection>>>;

struct Connection {
    stream: TcpStream,
    reader: Option<JoinHandle<usize>>,
}

struct Connections {
    table: Table,
}

fn read_all(mut stream: TcpStream) -> usize {
    let mut buffer = vec![0; 512];
    let mut total = 0;
    while let Ok(n) = stream.read(&mut buffer) {
        if n == 0 {
            break;
        }
        total += n;
    }
    total
}

impl Connections {
    fn new() -> Self {
        Connections { table: Table::default() }
    }

    fn open(&self, peer: SocketAddr) -> io::Result<()> {
        let stream = TcpStream::connect(peer)?;
        let input = stream.try_clone()?;
        let reader = Some(thread::spawn(move || read_all(input)));
        self.table.lock().unwrap().insert(peer, Connection { stream, reader });
        Ok(())
    }

    fn greet(&self, peer: &SocketAddr) -> io::Result<()> {
        let mut table = self.table.lock().unwrap();
        match table.get_mut(peer) {
            Some(connection) => connection.stream.write_all(b"hello"),
            None => Err(io::ErrorKind::NotConnected.into()),
        }
    }

    fn close(&self, peer: &SocketAddr) -> usize {
        let Some(mut connection) = self.table.lock().unwrap().remove(peer) else { return 0 };
        let reader = connection.reader.take();
        let _ = connection.stream.shutdown(Shutdown::Both);
        drop(connection);
        reader.map_or(0, |reader| reader.join().unwrap_or(0))
    }
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let connections = Connections::new();
    connections.open(address)?;
    let (peer, _) = listener.accept()?;
    connections.greet(&address)?;
    println!("{}", connections.close(&address));
    let _ = peer.shutdown(Shutdown::Both);
    Ok(())
}
