//! A supervisor holds the sender that its jobs report with, and goes on until it has crossed off each of them.
//@ expect: none
//@ effect: none

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time;
use tokio_util::sync::CancellationToken;

type Job = Pin<Box<dyn Future<Output = Result<u32, String>> + Send>>;
type Factory = Box<dyn Fn(CancellationToken) -> Job + Send>;

struct Spec {
    name: &'static str,
    restarts: u32,
    make: Factory,
}

struct Running {
    spec: Spec,
    token: CancellationToken,
    handle: JoinHandle<()>,
}

#[derive(Debug)]
struct Exit {
    name: &'static str,
    result: Result<u32, String>,
}

struct Supervisor {
    exits: mpsc::Receiver<Exit>,
    report: mpsc::Sender<Exit>,
    running: Vec<Running>,
    parent: CancellationToken,
}

impl Supervisor {
    fn new(parent: &CancellationToken) -> Supervisor {
        let (report, exits) = mpsc::channel(4);
        Supervisor { exits, report, running: Vec::new(), parent: parent.clone() }
    }

    fn start(&mut self, spec: Spec) {
        let token = self.parent.child_token();
        let job = (spec.make)(token.clone());
        let report = self.report.clone();
        let name = spec.name;
        let handle = tokio::spawn(async move {
            let result = job.await;
            let _ = report.send(Exit { name, result }).await;
        });
        self.running.push(Running { spec, token, handle });
    }

    async fn run(mut self) -> Vec<Exit> {
        let mut exits = Vec::new();
        while !self.running.is_empty() {
            let Some(exit) = self.exits.recv().await else { break };
            let Some(at) = self.running.iter().position(|r| r.spec.name == exit.name) else {
                continue;
            };
            let Running { mut spec, token, mut handle } = self.running.swap_remove(at);
            if time::timeout(Duration::from_secs(1), &mut handle).await.is_err() {
                handle.abort();
            }
            if exit.result.is_err() && spec.restarts > 0 && !token.is_cancelled() {
                spec.restarts -= 1;
                self.start(spec);
            }
            exits.push(exit);
        }
        exits
    }
}

#[tokio::main]
async fn main() {
    let root = CancellationToken::new();
    let mut supervisor = Supervisor::new(&root);
    let tries = Arc::new(AtomicU32::new(0));
    supervisor.start(Spec {
        name: "flaky",
        restarts: 5,
        make: Box::new(move |_| {
            let tries = tries.clone();
            Box::pin(async move {
                match tries.fetch_add(1, Ordering::Relaxed) {
                    n @ 0..=1 => Err(format!("try {n}")),
                    n => Ok(n),
                }
            })
        }),
    });
    supervisor.start(Spec {
        name: "ticker",
        restarts: 0,
        make: Box::new(|token| {
            Box::pin(async move {
                let mut ticks = 0;
                while !token.is_cancelled() {
                    time::sleep(Duration::from_millis(2)).await;
                    ticks += 1;
                }
                Ok(ticks)
            })
        }),
    });
    let supervisor = tokio::spawn(supervisor.run());
    time::sleep(Duration::from_millis(30)).await;
    root.cancel();
    let exits = supervisor.await.unwrap();
    println!("{} exits, {} failed", exits.len(), exits.iter().filter(|e| e.result.is_err()).count());
}
