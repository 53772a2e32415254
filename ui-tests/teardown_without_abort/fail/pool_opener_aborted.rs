//@ expect: teardown_without_abort
//@ effect: hang

mod pool {
    use std::collections::VecDeque;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    pub struct Conn(pub u32);

    #[derive(Default)]
    pub struct Shared {
        waiting: VecDeque<oneshot::Sender<Conn>>,
        opened: u32,
    }

    pub struct Pool {
        shared: Arc<Mutex<Shared>>,
        opener: JoinHandle<()>,
    }

    async fn open_connections(shared: Arc<Mutex<Shared>>, limit: u32) {
        for _ in 0..limit {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let mut shared = shared.lock().unwrap();
            shared.opened += 1;
            let conn = Conn(shared.opened);
            if let Some(waiter) = shared.waiting.pop_front() {
                let _ = waiter.send(conn);
            }
        }
    }

    impl Pool {
        pub fn new(limit: u32) -> Self {
            let shared = Arc::new(Mutex::new(Shared::default()));
            let opener = tokio::spawn(open_connections(Arc::clone(&shared), limit));
            Pool { shared, opener }
        }

        pub fn acquire(&self) -> oneshot::Receiver<Conn> {
            let (tx, rx) = oneshot::channel();
            self.shared.lock().unwrap().waiting.push_back(tx);
            rx
        }

        pub fn close(&self) {
            self.opener.abort(); //~ teardown_without_abort
        }
    }
}

use pool::Pool;

async fn run_query(pool: &Pool, sql: &str) -> Option<usize> {
    let conn = pool.acquire().await.ok()?;
    Some(sql.len() + conn.0 as usize)
}

#[tokio::main]
async fn main() {
    let pool = Pool::new(1000);
    println!("{:?}", run_query(&pool, "select 1").await.is_some());
    let conn = pool.acquire();
    pool.close();
    match conn.await {
        Ok(conn) => println!("got {}", conn.0),
        Err(_) => println!("pool closed"),
    }
}
