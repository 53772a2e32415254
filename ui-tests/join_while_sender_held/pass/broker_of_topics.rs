//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    topic: String,
    payload: u32,
}

enum Command {
    Subscribe { topic: String, events: Sender<Event> },
    Publish(Event),
}

struct Subscriber {
    topic: String,
    events: Sender<Event>,
}

#[derive(Default)]
struct Broker {
    subscribers: Vec<Subscriber>,
    published: usize,
}

impl Broker {
    fn handle(&mut self, command: Command) {
        match command {
            Command::Subscribe { topic, events } => self.subscribers.push(Subscriber { topic, events }),
            Command::Publish(event) => {
                self.published += 1;
                self.subscribers
                    .retain(|subscriber| subscriber.topic != event.topic || subscriber.events.send(event.clone()).is_ok());
            }
        }
    }

    fn run(mut self, commands: Receiver<Command>) -> usize {
        for command in commands {
            self.handle(command);
        }
        self.published
    }
}

struct Bus {
    commands: Sender<Command>,
    broker: JoinHandle<usize>,
}

impl Bus {
    fn start() -> Bus {
        let (commands, inbox) = mpsc::channel();
        let broker = thread::spawn(move || Broker::default().run(inbox));
        Bus { commands, broker }
    }

    fn subscribe(&self, topic: &str) -> Receiver<Event> {
        let (events, receiver) = mpsc::channel();
        let _ = self.commands.send(Command::Subscribe { topic: topic.to_owned(), events });
        receiver
    }

    fn publish(&self, topic: &str, payload: u32) {
        let _ = self.commands.send(Command::Publish(Event { topic: topic.to_owned(), payload }));
    }

    fn close(self) -> usize {
        drop(self.commands);
        self.broker.join().unwrap_or(0)
    }
}

fn main() {
    let bus = Bus::start();
    let orders = bus.subscribe("orders");
    let stock = bus.subscribe("stock");
    bus.publish("orders", 1);
    bus.publish("stock", 40);
    println!("{:?}", orders.recv());
    println!("{:?}", stock.recv());
    bus.publish("orders", 2);
    println!("{} published", bus.close());
    println!("{} orders left", orders.iter().count());
}
