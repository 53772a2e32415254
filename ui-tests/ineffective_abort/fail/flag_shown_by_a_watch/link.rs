use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::frame::Splitter;

#[derive(Default, Debug)]
pub struct Stats {
    pub frames: usize,
    pub bytes: usize,
}

struct Reader<P> {
    port: P,
    splitter: Splitter,
    stop: watch::Receiver<bool>,
    stats: Stats,
}

impl<P: AsyncRead + Unpin> Reader<P> {
    async fn run(mut self) -> io::Result<Stats> {
        let mut buf = [0; 32];
        while !*self.stop.borrow() {
            let n = self.port.read(&mut buf).await?;
            if n == 0 {
                break;
            }
            self.stats.bytes += n;
            self.stats.frames += self.splitter.feed(&buf[..n]);
        }
        Ok(self.stats)
    }
}

pub struct LinkConfig {
    name: String,
    delimiter: u8,
}

impl LinkConfig {
    pub fn new(name: &str) -> Self {
        LinkConfig { name: name.to_string(), delimiter: b'\n' }
    }

    pub fn delimiter(mut self, delimiter: u8) -> Self {
        self.delimiter = delimiter;
        self
    }

    pub fn open<P>(self, port: P) -> Link
    where
        P: AsyncRead + Unpin + Send + 'static,
    {
        let (stop, stopped) = watch::channel(false);
        let reader = Reader {
            port,
            splitter: Splitter::new(self.delimiter),
            stop: stopped,
            stats: Stats::default(),
        };
        Link { name: self.name, stop, reader: tokio::spawn(reader.run()) }
    }
}

pub struct Link {
    name: String,
    stop: watch::Sender<bool>,
    reader: JoinHandle<io::Result<Stats>>,
}

impl Link {
    pub async fn close(self) -> io::Result<Stats> {
        println!("closing {}", self.name);
        self.stop.send_replace(true); //~ ineffective_abort
        match self.reader.await {
            Ok(stats) => stats,
            Err(err) => Err(io::Error::other(err)),
        }
    }
}
