//@ expect: blocking_park_in_async
//@ effect: hang

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crossbeam_channel::{Sender, bounded};
use tokio::task::{self, LocalSet};

type Cells = Rc<RefCell<HashMap<&'static str, i64>>>;

#[derive(Clone, Default)]
struct Sheet {
    cells: Cells,
}

impl Sheet {
    async fn evaluate(self, name: &'static str, reply: Sender<i64>) {
        task::yield_now().await;
        let value = self.cells.borrow().get(name).copied().unwrap_or(0);
        if reply.send(value * 2).is_err() {
            eprintln!("{name}: nobody waits");
        }
    }

    fn set(&self, name: &'static str, value: i64) {
        self.cells.borrow_mut().insert(name, value);
    }

    async fn double(&self, name: &'static str) -> Option<i64> {
        let (reply, answer) = bounded(1);
        task::spawn_local(self.clone().evaluate(name, reply));
        answer.recv().ok() //~ blocking_park_in_async
    }
}

async fn session() {
    let sheet = Sheet::default();
    sheet.set("a1", 21);
    for name in ["a1", "b2"] {
        println!("{name}: {:?}", sheet.double(name).await);
    }
}

#[tokio::main]
async fn main() {
    let local = LocalSet::new();
    local.run_until(session()).await;
}
