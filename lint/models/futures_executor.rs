//! `futures_executor`
use std::future::Future;
use std::io;

pub fn block_on<F: Future>(f: F) -> F::Output {
    f.await
}
// Its drop ends nothing; its threads end when all handles and tasks are gone.
#[derive(Clone)]
pub struct ThreadPool {
    size: usize,
}
impl ThreadPool {
    pub fn new() -> Result<Self, io::Error> {
        if unknown!() { Ok(ThreadPool { size: unknown!() }) } else { Err(unknown!()) }
    }
    pub fn spawn_ok<Fut>(&self, future: Fut)
    where
        Fut: Future<Output = ()> + Send + 'static,
    {
        start(future);
    }
}
#[worker(task, on_drop = "detach")]
struct Started {
    worker: (),
}
#[spawns(task, runs = future)]
fn start<Fut: Future>(future: Fut) -> Started {
    primitive!()
}
pub struct LocalPool {
    size: usize,
}
impl LocalPool {
    pub fn new() -> Self {
        LocalPool { size: 1 }
    }
    pub fn run_until<F: Future>(&mut self, future: F) -> F::Output {
        future.await
    }
}
