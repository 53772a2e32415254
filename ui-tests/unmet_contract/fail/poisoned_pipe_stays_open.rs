//@ expect: unmet_contract
//@ effect: none

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Buf {
    bytes: VecDeque<u8>,
    closed: bool,
}

type Shared = Arc<(Mutex<Buf>, Condvar)>;

#[must_abort(shut, on_drop = "silent", role = "sender")]
struct PipeTx {
    shared: Shared,
    poisoned: bool,
}

impl PipeTx {
    fn write(&self, bytes: &[u8]) {
        let (buf, more) = &*self.shared;
        buf.lock().unwrap().bytes.extend(bytes);
        more.notify_one();
    }

    #[aborts(self)]
    fn shut(self) -> Result<(), &'static str> {
        if self.poisoned {
            return Err("the pipe is poisoned"); //~ unmet_contract
        }
        self.close();
        Ok(())
    }

    fn close(&self) {
        let (buf, more) = &*self.shared;
        buf.lock().unwrap().closed = true;
        more.notify_all();
    }
}

struct PipeRx(Shared);

impl PipeRx {
    fn read_all(self) -> usize {
        let (buf, more) = &*self.0;
        let mut buf = buf.lock().unwrap();
        let mut read = 0;
        loop {
            read += buf.bytes.drain(..).count();
            if buf.closed {
                return read;
            }
            buf = more.wait(buf).unwrap();
        }
    }
}

fn pipe(poisoned: bool) -> (PipeTx, PipeRx) {
    let shared = Shared::default();
    (PipeTx { shared: shared.clone(), poisoned }, PipeRx(shared))
}

fn main() {
    let (tx, rx) = pipe(true);
    let reader = thread::spawn(move || rx.read_all());
    tx.write(b"all of it");
    println!("{:?}", tx.shut());
    println!("read: {}", reader.is_finished());
}
