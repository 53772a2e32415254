//@ expect: orphaned_replies
//@ effect: hang

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, ReadHalf, WriteHalf};
use tokio::sync::oneshot;

type Calls = Arc<Mutex<HashMap<u8, oneshot::Sender<u8>>>>;

struct Bus {
    writer: WriteHalf<DuplexStream>,
    calls: Calls,
    next: u8,
}

async fn read_bus(mut reader: ReadHalf<DuplexStream>, calls: Calls) -> io::Result<()> {
    while let Ok(id) = reader.read_u8().await { //~ orphaned_replies
        let value = reader.read_u8().await?;
        let call = calls.lock().ok().and_then(|mut calls| calls.remove(&id));
        match call {
            Some(call) => {
                let _ = call.send(value);
            }
            None => eprintln!("unexpected reply {id}"),
        }
    }
    Ok(())
}

impl Bus {
    fn new(stream: DuplexStream) -> Bus {
        let (reader, writer) = tokio::io::split(stream);
        let calls = Calls::default();
        tokio::spawn(read_bus(reader, calls.clone()));
        Bus { writer, calls, next: 0 }
    }

    async fn call(&mut self, argument: u8) -> Option<u8> {
        self.next += 1;
        let (call, value) = oneshot::channel();
        self.calls.lock().ok()?.insert(self.next, call);
        self.writer.write_all(&[self.next, argument]).await.ok()?;
        value.await.ok()
    }
}

async fn device(mut stream: DuplexStream) -> io::Result<()> {
    let mut request = [0; 2];
    while stream.read_exact(&mut request).await.is_ok() {
        let [id, argument] = request;
        if argument == 0 {
            return Ok(());
        }
        stream.write_all(&[id, argument * 2]).await?;
    }
    Ok(())
}

#[tokio::main]
async fn main() {
    let (ours, theirs) = tokio::io::duplex(64);
    tokio::spawn(device(theirs));
    let mut bus = Bus::new(ours);
    for argument in [21, 4, 0] {
        println!("{argument}: {:?}", bus.call(argument).await);
    }
}
