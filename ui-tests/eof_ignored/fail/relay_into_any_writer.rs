//@ expect: eof_ignored
//@ effect: spin

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::thread::{self, JoinHandle};

struct Tally {
    up: u64,
    down: u64,
}

enum Side {
    Left,
    Right,
}

struct Relay<L, R> {
    left: L,
    right: R,
    side: Side,
    buf: [u8; 256],
}

impl<L: Read, R: Write> Relay<L, R> {
    fn new(left: L, right: R, side: Side) -> Self {
        Relay { left, right, side, buf: [0; 256] }
    }

    fn run(mut self, tally: &mut Tally) -> io::Result<()> {
        loop {
            let n = match self.left.read(&mut self.buf) { //~ eof_ignored
                Ok(n) => n,
                Err(err) if err.kind() == ErrorKind::Interrupted => continue,
                Err(err) if err.kind() == ErrorKind::ConnectionReset => return Ok(()),
                Err(err) => return Err(err),
            };
            self.right.write_all(&self.buf[..n])?;
            match self.side {
                Side::Left => tally.up += n as u64,
                Side::Right => tally.down += n as u64,
            }
        }
    }
}

fn start(from: UnixStream, to: Vec<u8>, side: Side) -> JoinHandle<io::Result<Tally>> {
    thread::spawn(move || {
        let mut tally = Tally { up: 0, down: 0 };
        Relay::new(from, to, side).run(&mut tally)?;
        Ok(tally)
    })
}

fn main() -> io::Result<()> {
    let (mut modem, host) = UnixStream::pair()?;
    let (mut screen, tty) = UnixStream::pair()?;
    let up = start(host, Vec::new(), Side::Left);
    let down = start(tty, Vec::new(), Side::Right);
    for line in ["ATZ\r", "ATDT 555\r"] {
        modem.write_all(line.as_bytes())?;
        screen.write_all(b"OK\r\n")?;
    }
    drop(modem);
    drop(screen);
    let up = up.join().expect("relay panicked")?;
    let down = down.join().expect("relay panicked")?;
    println!("{} up, {} down", up.up + down.up, up.down + down.down);
    Ok(())
}
