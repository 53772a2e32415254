//@ expect: none
//@ effect: none

use tokio::sync::mpsc::{self, Receiver};
use tokio::task::JoinSet;

#[derive(Debug)]
enum Job {
    Mail(String),
    Print { pages: u32 },
}

#[derive(Debug, Default)]
struct Office {
    mails: usize,
    pages: u32,
}

impl Office {
    fn handle(&mut self, job: Job) {
        match job {
            Job::Mail(to) => self.mails += usize::from(to.contains('@')),
            Job::Print { pages } => self.pages += pages,
        }
    }

    async fn run(mut self, mut urgent: Receiver<Job>, mut normal: Receiver<Job>) -> Office {
        loop {
            tokio::select! {
                Some(job) = urgent.recv() => self.handle(job),
                Some(job) = normal.recv() => self.handle(job),
                else => return self,
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (urgent, first) = mpsc::channel(2);
    let (normal, second) = mpsc::channel(2);
    let office = tokio::spawn(Office::default().run(first, second));
    let mut clients = JoinSet::new();
    for number in 0..4 {
        let (urgent, normal) = (urgent.clone(), normal.clone());
        clients.spawn(async move {
            let mailed = urgent.send(Job::Mail(format!("{number}@example.org"))).await;
            let printed = normal.send(Job::Print { pages: number }).await;
            mailed.is_ok() && printed.is_ok()
        });
    }
    drop((urgent, normal));
    let served = clients.join_all().await;
    println!("{served:?}");
    println!("{:?}", office.await.ok());
}
