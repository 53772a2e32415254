//! `rayon`: `spawn` runs in the pool, `scope` joins all that it spawned, `join` both of its closures.
#[worker(thread, on_drop = "detach")]
struct Job {
    worker: (),
}
impl Job {
    #[joins(self)]
    fn wait(&self) {
        primitive!()
    }
}
#[spawns(thread, runs = f)]
fn start<F: FnOnce()>(f: F) -> Job {
    primitive!()
}
pub fn spawn<F>(func: F)
where
    F: FnOnce() + Send + 'static,
{
    start(func);
}
pub fn join<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
where
    A: FnOnce() -> RA + Send,
    B: FnOnce() -> RB + Send,
    RA: Send,
    RB: Send,
{
    (oper_a(), oper_b())
}
pub struct Scope<'scope> {
    running: Vec<Job>,
    of: std::marker::PhantomData<&'scope ()>,
}
impl<'scope> Scope<'scope> {
    pub fn spawn<BODY>(&self, body: BODY)
    where
        BODY: FnOnce(&Scope<'scope>) + Send + 'scope,
    {
        let scope = self;
        self.running.push(start(move || body(scope)));
    }
}
pub fn scope<'scope, OP, R>(op: OP) -> R
where
    OP: FnOnce(&Scope<'scope>) -> R + Send,
    R: Send,
{
    let scope = Scope { running: Vec::new(), of: std::marker::PhantomData };
    let result = op(&scope);
    for job in &scope.running {
        job.wait();
    }
    result
}
pub struct ThreadPool {
    threads: usize,
}
#[derive(Debug)]
pub struct ThreadPoolBuildError {
    why: (),
}
impl ThreadPool {
    pub fn install<OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce() -> R + Send,
        R: Send,
    {
        op()
    }
    pub fn spawn<OP>(&self, op: OP)
    where
        OP: FnOnce() + Send + 'static,
    {
        start(op);
    }
    pub fn current_num_threads(&self) -> usize {
        self.threads
    }
}
#[derive(Default)]
pub struct ThreadPoolBuilder {
    threads: usize,
}
impl ThreadPoolBuilder {
    pub fn new() -> Self {
        ThreadPoolBuilder { threads: 0 }
    }
    pub fn num_threads(self, num_threads: usize) -> Self {
        self
    }
    pub fn build(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        if unknown!() { Ok(ThreadPool { threads: self.threads }) } else { Err(unknown!()) }
    }
    pub fn build_global(self) -> Result<(), ThreadPoolBuildError> {
        unknown!()
    }
}
pub fn current_num_threads() -> usize {
    unknown!()
}
