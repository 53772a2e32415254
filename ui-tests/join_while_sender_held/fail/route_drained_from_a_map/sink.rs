use std::fmt::Write as _;

pub trait Sink: Send + 'static {
    fn accept(&mut self, metric: &str, value: f64);
    fn close(self: Box<Self>) -> String;
}

#[derive(Default)]
pub struct Csv {
    text: String,
}

impl Sink for Csv {
    fn accept(&mut self, metric: &str, value: f64) {
        let _ = writeln!(self.text, "{metric},{value}");
    }

    fn close(self: Box<Self>) -> String {
        self.text
    }
}

pub struct Sample {
    pub metric: String,
    pub value: f64,
}
