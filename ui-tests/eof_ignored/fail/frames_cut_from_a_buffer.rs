//@ expect: eof_ignored
//@ effect: spin

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;

struct Connection {
    stream: UnixStream,
    buffer: Vec<u8>,
}

#[derive(Debug)]
enum Frame {
    Put(String),
    Sync,
}

fn parse(buffer: &mut Vec<u8>) -> Option<Frame> {
    let end = buffer.iter().position(|&byte| byte == b'\n')?;
    let line: Vec<u8> = buffer.drain(..=end).collect();
    let line = String::from_utf8_lossy(&line[..end]).into_owned();
    Some(match line.as_str() {
        "sync" => Frame::Sync,
        _ => Frame::Put(line),
    })
}

impl Connection {
    async fn serve(mut self) -> io::Result<usize> {
        let mut stored = Vec::new();
        let mut chunk = [0; 64];
        loop {
            let n = self.stream.read(&mut chunk).await?; //~ eof_ignored
            self.buffer.extend_from_slice(&chunk[..n]);
            while let Some(frame) = parse(&mut self.buffer) {
                match frame {
                    Frame::Put(line) => stored.push(line),
                    Frame::Sync => self.stream.write_all(b"ok\n").await?,
                }
            }
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let (near, mut far) = UnixStream::pair()?;
    let connection = Connection {
        stream: near,
        buffer: Vec::new(),
    };
    let server = tokio::spawn(connection.serve());
    far.write_all(b"first\nsecond\nsync\n").await?;
    let mut ok = [0; 3];
    far.read_exact(&mut ok).await?;
    println!("{}", String::from_utf8_lossy(&ok).trim());
    drop(far);
    println!("{} lines stored", server.await.map_err(io::Error::other)??);
    Ok(())
}
