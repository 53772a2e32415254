//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time;
use tokio_util::sync::CancellationToken;

type Waiting = Arc<Mutex<BTreeMap<u32, oneshot::Sender<u32>>>>;

struct Calculator {
    questions: mpsc::Sender<u32>,
    waiting: Waiting,
    closed: CancellationToken,
    solver: JoinHandle<()>,
}

async fn solve(mut questions: mpsc::Receiver<u32>, waiting: Waiting) {
    while let Some(question) = questions.recv().await {
        time::sleep(Duration::from_millis(u64::from(question))).await;
        let asker = waiting
            .lock()
            .ok()
            .and_then(|mut all| all.remove(&question));
        if let Some(asker) = asker {
            let _ = asker.send(question * question);
        }
    }
}

impl Calculator {
    fn start() -> Self {
        let (questions, inbox) = mpsc::channel(8);
        let waiting = Waiting::default();
        let solver = tokio::spawn(solve(inbox, Arc::clone(&waiting)));
        Calculator {
            questions,
            waiting,
            closed: CancellationToken::new(),
            solver,
        }
    }

    async fn square(&self, number: u32) -> Option<u32> {
        let (asker, answer) = oneshot::channel();
        self.waiting.lock().ok()?.insert(number, asker);
        self.questions.send(number).await.ok()?;
        tokio::select! {
            () = self.closed.cancelled() => None,
            answer = answer => answer.ok(),
        }
    }

    fn close(&self) {
        self.solver.abort();
        self.closed.cancel();
    }
}

#[tokio::main]
async fn main() {
    let calculator = Calculator::start();
    println!("{:?}", calculator.square(7).await);
    let (slow, ()) = tokio::join!(calculator.square(5_000), async {
        time::sleep(Duration::from_millis(20)).await;
        calculator.close();
    });
    println!("{slow:?}");
}
