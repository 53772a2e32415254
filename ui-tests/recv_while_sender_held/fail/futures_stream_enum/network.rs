use std::time::Duration;

use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time;

#[derive(Debug)]
pub struct Packet {
    hop: u8,
    payload: String,
}

enum Link {
    Up(UnboundedSender<Packet>),
    Down { reason: &'static str },
}

pub struct Network {
    links: Vec<Link>,
    arrived: UnboundedReceiver<Packet>,
}

impl Network {
    pub fn ring(size: u8) -> Network {
        let (exit, arrived) = mpsc::unbounded();
        let mut links = vec![Link::Down { reason: "unplugged" }];
        links.extend((0..size).map(|_| Link::Up(exit.clone())));
        Network { links, arrived }
    }

    pub fn route(&self, payload: &str) {
        for (hop, link) in (0..).zip(&self.links) {
            match link {
                Link::Up(exit) => {
                    let exit = exit.clone();
                    let payload = payload.to_owned();
                    tokio::spawn(async move {
                        time::sleep(Duration::from_millis(u64::from(hop))).await;
                        let _ = exit.unbounded_send(Packet { hop, payload });
                    });
                }
                Link::Down { reason } => println!("link {hop} is {reason}"),
            }
        }
    }

    pub async fn drain(&mut self) -> usize {
        let mut hops = 0;
        while let Some(packet) = self.arrived.next().await { //~ recv_while_sender_held
            println!("{} over link {}", packet.payload, packet.hop);
            hops += usize::from(packet.hop);
        }
        hops
    }
}
