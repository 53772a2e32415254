//@ expect: unmet_contract
//@ effect: none

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Stream {
    lines: Vec<String>,
    ended: Option<Result<(), String>>,
}

#[must_abort(close, abort)]
struct Sender {
    stream: Arc<(Mutex<Stream>, Condvar)>,
    peer: String,
}

impl Sender {
    fn send(&self, line: &str) {
        self.stream.0.lock().unwrap().lines.push(line.to_owned());
    }

    fn close(&self) {
        self.stream.0.lock().unwrap().ended = Some(Ok(()));
        self.stream.1.notify_all();
    }

    fn abort(&self, why: &str) {
        self.stream.0.lock().unwrap().ended = Some(Err(why.to_owned()));
        self.stream.1.notify_all();
    }
}

#[aborts(sender)]
fn refuse(sender: &Sender, why: &str) -> bool {
    if why.is_empty() {
        eprintln!("{}: refused without a reason", sender.peer);
        return false; //~ unmet_contract
    }
    sender.abort(why);
    true
}

fn main() {
    let stream = Arc::new((Mutex::new(Stream::default()), Condvar::new()));
    let sender = Sender { stream: Arc::clone(&stream), peer: "worker-1".to_owned() };
    let reader = thread::spawn(move || {
        let open = stream.0.lock().unwrap();
        let mut stream = stream.1.wait_while(open, |stream| stream.ended.is_none()).unwrap();
        (stream.lines.len(), stream.ended.take())
    });
    sender.send("hello");
    if !refuse(&sender, "too many workers") {
        sender.close();
    }
    println!("{:?}", reader.join().ok());
}
