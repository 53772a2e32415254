//@ expect: recv_while_sender_held
//@ effect: hang

use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

#[derive(Debug)]
enum Found {
    Open { host: String, port: u16 },
    Filtered(String),
}

struct Scanner {
    hosts: Vec<String>,
    ports: [u16; 3],
}

impl Scanner {
    async fn probe(&self, host: &str, port: u16, found: &UnboundedSender<Found>) {
        tokio::time::sleep(Duration::from_millis(u64::from(port % 5))).await;
        let report = match port {
            443 => Found::Filtered(host.to_owned()),
            _ => Found::Open {
                host: host.to_owned(),
                port,
            },
        };
        let _ = found.send(report);
    }

    async fn scan(&self, found: &UnboundedSender<Found>) -> usize {
        let mut probes = FuturesUnordered::new();
        for host in &self.hosts {
            for port in self.ports {
                probes.push(self.probe(host, port, found));
            }
        }
        let mut done = 0;
        while probes.next().await.is_some() {
            done += 1;
        }
        done
    }
}

async fn collect(mut found: UnboundedReceiver<Found>) -> (usize, usize) {
    let (mut open, mut filtered) = (0, 0);
    while let Some(report) = found.recv().await { //~ recv_while_sender_held
        match report {
            Found::Open { host, port } => {
                println!("{host}:{port}");
                open += 1;
            }
            Found::Filtered(_) => filtered += 1,
        }
    }
    (open, filtered)
}

#[tokio::main]
async fn main() {
    let scanner = Scanner {
        hosts: vec!["a".into(), "b".into()],
        ports: [22, 80, 443],
    };
    let (found, reports) = mpsc::unbounded_channel();
    let (probed, (open, filtered)) = tokio::join!(scanner.scan(&found), collect(reports));
    println!("{probed} probed, {open} open, {filtered} filtered");
}
