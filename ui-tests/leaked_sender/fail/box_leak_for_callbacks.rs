//@ expect: leaked_sender
//@ effect: hang

use std::collections::BTreeMap;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

#[derive(Debug)]
enum Input {
    Key(char),
    Click { x: u16, y: u16 },
}

type Callback = Box<dyn Fn(&str) + Send>;

#[derive(Default)]
struct Window {
    callbacks: BTreeMap<&'static str, Callback>,
}

impl Window {
    fn on(&mut self, event: &'static str, callback: Callback) {
        self.callbacks.insert(event, callback);
    }

    fn emit(&self, event: &str, detail: &str) {
        match self.callbacks.get(event) {
            Some(callback) => callback(detail),
            None => eprintln!("no callback for {event}"),
        }
    }
}

fn open(inputs: UnboundedSender<Input>) -> Window {
    let inputs: &'static UnboundedSender<Input> = Box::leak(Box::new(inputs)); //~ leaked_sender
    let mut window = Window::default();
    window.on(
        "key",
        Box::new(|detail| {
            let key = detail.chars().next().unwrap_or_default();
            let _ = inputs.send(Input::Key(key));
        }),
    );
    window.on(
        "click",
        Box::new(|detail| {
            let (x, y) = detail.split_once(',').unwrap_or_default();
            let (x, y) = (x.parse().unwrap_or(0), y.parse().unwrap_or(0));
            let _ = inputs.send(Input::Click { x, y });
        }),
    );
    window
}

async fn record(mut inputs: UnboundedReceiver<Input>) -> usize {
    let mut recorded = 0;
    while let Some(input) = inputs.recv().await {
        println!("{input:?}");
        recorded += 1;
    }
    recorded
}

#[tokio::main]
async fn main() {
    let (sender, inputs) = mpsc::unbounded_channel();
    let window = open(sender);
    window.emit("key", "q");
    window.emit("click", "3,4");
    drop(window);
    println!("{} inputs", record(inputs).await);
}
