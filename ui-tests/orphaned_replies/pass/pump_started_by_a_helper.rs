//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

type Waiting = Arc<Mutex<BTreeMap<u32, oneshot::Sender<u32>>>>;

/// Every task of the program starts here, so that it can be counted.
fn start<F>(name: &str, work: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    println!("{name} starts");
    tokio::spawn(work)
}

struct Solver {
    questions: mpsc::UnboundedSender<u32>,
    waiting: Waiting,
    desk: JoinHandle<()>,
}

async fn work_off(mut questions: mpsc::UnboundedReceiver<u32>, waiting: Waiting) {
    while let Some(question) = questions.recv().await {
        let asker = waiting.lock().ok().and_then(|mut waiting| waiting.remove(&question));
        if let Some(asker) = asker {
            let _ = asker.send(question * question);
        }
    }
}

impl Solver {
    fn open() -> Solver {
        let waiting = Waiting::default();
        let (questions, inbox) = mpsc::unbounded_channel();
        let desk = start("desk", work_off(inbox, Arc::clone(&waiting)));
        Solver { questions, waiting, desk }
    }

    async fn ask(&self, question: u32) -> Option<u32> {
        let (asker, answer) = oneshot::channel();
        self.waiting.lock().ok()?.insert(question, asker);
        self.questions.send(question).ok()?;
        answer.await.ok()
    }

    async fn close(self) -> bool {
        drop(self.questions);
        self.desk.await.is_ok()
    }
}

#[tokio::main]
async fn main() {
    let solver = Solver::open();
    for question in 1..4 {
        println!("{:?}", solver.ask(question).await);
    }
    println!("closed: {}", solver.close().await);
}
