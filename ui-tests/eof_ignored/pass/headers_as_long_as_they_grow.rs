//@ expect: none
//@ effect: none

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

struct Request<S> {
    stream: BufReader<S>,
    head: String,
    body: Vec<u8>,
}

impl<S: AsyncRead + Unpin> Request<S> {
    fn new(stream: S) -> Self {
        Request {
            stream: BufReader::new(stream),
            head: String::new(),
            body: Vec::new(),
        }
    }

    /// The header lines, up to the empty one or as far as they come.
    async fn read_head(&mut self) -> io::Result<usize> {
        let mut lines = 0;
        loop {
            let before = self.head.len();
            self.stream.read_line(&mut self.head).await?;
            if self.head.len() == before || self.head.ends_with("\r\n\r\n") {
                return Ok(lines);
            }
            lines += 1;
        }
    }

    /// Records, until one is the same as nothing.
    async fn read_body(&mut self) -> io::Result<usize> {
        let mut records = 0;
        loop {
            let known = self.body.clone();
            self.stream.read_until(b';', &mut self.body).await?;
            if self.body == known {
                return Ok(records);
            }
            records += 1;
        }
    }
}

async fn client(addr: std::net::SocketAddr) -> io::Result<()> {
    let mut stream = TcpStream::connect(addr).await?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\na=1;b=2").await?;
    stream.shutdown().await
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let sending = tokio::spawn(client(listener.local_addr()?));
    let (stream, _) = listener.accept().await?;
    let mut request = Request::new(stream);
    println!("{} header lines", request.read_head().await?);
    println!("{} records", request.read_body().await?);
    sending.await?
}
