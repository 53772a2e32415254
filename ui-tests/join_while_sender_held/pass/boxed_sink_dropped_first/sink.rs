use std::sync::mpsc::Sender;

pub trait Sink: Send {
    fn write(&self, line: &str) -> bool;
}

pub struct Queued(pub Sender<String>);

pub struct Discard;

impl Sink for Queued {
    fn write(&self, line: &str) -> bool {
        self.0.send(line.to_owned()).is_ok()
    }
}

impl Sink for Discard {
    fn write(&self, _line: &str) -> bool {
        true
    }
}
