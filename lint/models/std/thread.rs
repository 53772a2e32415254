//! `std::thread`
use crate::any::Any;
use crate::io;
use crate::num::NonZeroUsize;
use crate::time::Duration;

pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

#[worker(thread, on_drop = "detach")]
pub struct JoinHandle<T> {
    worker: crate::marker::PhantomData<T>,
}
impl<T> JoinHandle<T> {
    pub fn thread(&self) -> &Thread {
        primitive!()
    }
    #[joins(self)]
    pub fn join(self) -> Result<T> {
        primitive!()
    }
    #[polls(self)]
    pub fn is_finished(&self) -> bool {
        primitive!()
    }
}
#[spawns(thread, runs = f)]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    primitive!()
}

#[derive(Debug)]
pub struct Builder {
    name: Option<String>,
}
impl Builder {
    pub fn new() -> Builder {
        Builder { name: None }
    }
    pub fn name(self, name: String) -> Builder {
        self
    }
    pub fn stack_size(self, size: usize) -> Builder {
        self
    }
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(spawn(f))
    }
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(scope.spawn(f))
    }
}

// All that was spawned in a scope is joined when its closure has returned, however it returned.
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let scope = Scope { running: Vec::new() };
    let result = f(&scope);
    for worker in scope.running {
        let _ = worker.join();
    }
    result
}
pub struct Scope<'scope, 'env: 'scope> {
    running: Vec<ScopedJoinHandle<'scope, ()>>,
}
impl<'scope, 'env> Scope<'scope, 'env> {
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let handle = start_scoped(f);
        self.running.push(handle.again());
        handle
    }
}
#[spawns(scoped, runs = f)]
fn start_scoped<'scope, F, T>(f: F) -> ScopedJoinHandle<'scope, T>
where
    F: FnOnce() -> T + Send + 'scope,
{
    primitive!()
}
#[worker(scoped, on_drop = "detach")]
pub struct ScopedJoinHandle<'scope, T> {
    worker: crate::marker::PhantomData<T>,
}
impl<'scope, T> ScopedJoinHandle<'scope, T> {
    #[same(self)]
    fn again(&self) -> ScopedJoinHandle<'scope, ()> {
        primitive!()
    }
    pub fn thread(&self) -> &Thread {
        primitive!()
    }
    #[joins(self)]
    pub fn join(self) -> Result<T> {
        primitive!()
    }
    #[polls(self)]
    pub fn is_finished(&self) -> bool {
        primitive!()
    }
}

#[derive(Clone)]
pub struct Thread {
    id: u64,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId {
    id: u64,
}
impl Thread {
    // Precision: which thread's `park` it wakes is not followed.
    pub fn unpark(&self) {
        primitive!()
    }
    pub fn id(&self) -> ThreadId {
        primitive!()
    }
    pub fn name(&self) -> Option<&str> {
        primitive!()
    }
}
pub fn current() -> Thread {
    primitive!()
}
#[parks(deadline)]
pub fn sleep(dur: Duration) {
    primitive!()
}
#[parks(deadline)]
pub fn park() {
    primitive!()
}
#[parks(deadline)]
pub fn park_timeout(dur: Duration) {
    primitive!()
}
pub fn yield_now() {
    primitive!()
}
pub fn panicking() -> bool {
    false
}
pub fn available_parallelism() -> io::Result<NonZeroUsize> {
    primitive!()
}

// `thread_local!` makes statics of this type.
pub struct LocalKey<T: 'static> {
    value: T,
}
impl<T: 'static> LocalKey<T> {
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        f(&self.value)
    }
    pub fn try_with<F, R>(&'static self, f: F) -> crate::result::Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        Ok(f(&self.value))
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessError {
    why: (),
}
