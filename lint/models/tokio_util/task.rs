//! `tokio_util::task`
use std::future::Future;
use std::hash::{BuildHasher, Hash, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::runtime::Handle;
use tokio::task::{AbortHandle, JoinError, JoinHandle};

pub use task_tracker::TaskTracker;

pub mod task_tracker {
    use std::cell::RefCell;
    use std::future::Future;
    use std::sync::Arc;
    use tokio::runtime::Handle;
    use tokio::task::JoinHandle;

    // Its drop aborts nothing; `wait` ends when it was closed and all of its tasks have ended.
    pub struct TaskTracker {
        inner: Arc<Tracked>,
    }
    pub(crate) struct Tracked {
        tasks: RefCell<Vec<tokio::task::Watched>>,
        closed: tokio::sync::Notify,
    }
    impl TaskTracker {
        pub fn new() -> Self {
            TaskTracker { inner: Arc::new(Tracked { tasks: RefCell::new(Vec::new()), closed: tokio::sync::Notify::new() }) }
        }
        pub async fn wait(&self) {
            self.inner.closed.notified().await;
            for task in &*self.inner.tasks.borrow() {
                task.ended().await;
            }
        }
        pub fn close(&self) -> bool {
            self.inner.closed.notify_waiters();
            unknown!()
        }
        pub fn reopen(&self) -> bool {
            unknown!()
        }
        pub fn is_closed(&self) -> bool {
            unknown!()
        }
        pub fn len(&self) -> usize {
            self.inner.tasks.borrow().len()
        }
        pub fn is_empty(&self) -> bool {
            self.inner.tasks.borrow().is_empty()
        }
        pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output>
        where
            F: Future + Send + 'static,
            F::Output: Send + 'static,
        {
            let handle = tokio::task::spawn(task);
            self.inner.tasks.borrow_mut().push(handle.watch());
            handle
        }
        pub fn spawn_on<F>(&self, task: F, handle: &Handle) -> JoinHandle<F::Output>
        where
            F: Future + Send + 'static,
            F::Output: Send + 'static,
        {
            self.spawn(task)
        }
        pub fn spawn_local<F>(&self, task: F) -> JoinHandle<F::Output>
        where
            F: Future + 'static,
            F::Output: 'static,
        {
            let handle = tokio::task::spawn_local(task);
            self.inner.tasks.borrow_mut().push(handle.watch());
            handle
        }
        pub fn spawn_blocking<F, T>(&self, task: F) -> JoinHandle<T>
        where
            F: FnOnce() -> T,
            F: Send + 'static,
            T: Send + 'static,
        {
            let handle = tokio::task::spawn_blocking(task);
            self.inner.tasks.borrow_mut().push(handle.watch());
            handle
        }
        pub async fn track_future<F: Future>(&self, future: F) -> F::Output {
            future.await
        }
        pub fn token(&self) -> TaskTrackerToken {
            TaskTrackerToken { tracker: self.clone() }
        }
        pub fn ptr_eq(left: &TaskTracker, right: &TaskTracker) -> bool {
            unknown!()
        }
    }
    impl Default for TaskTracker {
        fn default() -> TaskTracker {
            TaskTracker::new()
        }
    }
    impl Clone for TaskTracker {
        fn clone(&self) -> TaskTracker {
            TaskTracker { inner: self.inner.clone() }
        }
    }
    pub struct TaskTrackerToken {
        tracker: TaskTracker,
    }
    impl TaskTrackerToken {
        pub fn task_tracker(&self) -> &TaskTracker {
            &self.tracker
        }
    }
    impl Clone for TaskTrackerToken {
        fn clone(&self) -> TaskTrackerToken {
            TaskTrackerToken { tracker: self.tracker.clone() }
        }
    }
}

pub struct AbortOnDropHandle<T>(JoinHandle<T>);
impl<T> Drop for AbortOnDropHandle<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
impl<T> AbortOnDropHandle<T> {
    pub fn new(handle: JoinHandle<T>) -> Self {
        AbortOnDropHandle(handle)
    }
    pub fn abort(&self) {
        self.0.abort();
    }
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }
    pub fn abort_handle(&self) -> AbortHandle {
        self.0.abort_handle()
    }
    // Native moves: the wrapper's drop does not run.
    #[same(self.0)]
    pub fn detach(self) -> JoinHandle<T> {
        primitive!()
    }
}
impl<T> Future for AbortOnDropHandle<T> {
    type Output = Result<T, JoinError>;
    #[joins(self.0)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        primitive!()
    }
}

// Its drop aborts all that is in it.
pub struct JoinMap<K, V, S = RandomState> {
    tasks: std::collections::HashMap<K, JoinHandle<V>>,
    hasher: S,
}
impl<K, V> JoinMap<K, V> {
    pub fn new() -> Self {
        JoinMap { tasks: std::collections::HashMap::new(), hasher: RandomState::new() }
    }
    pub fn with_capacity(capacity: usize) -> Self {
        JoinMap { tasks: std::collections::HashMap::new(), hasher: RandomState::new() }
    }
}
impl<K, V, S> JoinMap<K, V, S> {
    pub fn len(&self) -> usize {
        self.tasks.len()
    }
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
}
impl<K, V, S> JoinMap<K, V, S>
where
    K: Hash + Eq,
    V: 'static,
    S: BuildHasher,
{
    fn add(&mut self, key: K, handle: JoinHandle<V>) {
        if let Some(old) = self.tasks.insert(key, handle) {
            old.abort();
        }
    }
    pub fn spawn<F>(&mut self, key: K, task: F)
    where
        F: Future<Output = V>,
        F: Send + 'static,
        V: Send,
    {
        self.add(key, tokio::task::spawn(task));
    }
    pub fn spawn_on<F>(&mut self, key: K, task: F, handle: &Handle)
    where
        F: Future<Output = V>,
        F: Send + 'static,
        V: Send,
    {
        self.add(key, tokio::task::spawn(task));
    }
    pub fn spawn_blocking<F>(&mut self, key: K, f: F)
    where
        F: FnOnce() -> V,
        F: Send + 'static,
        V: Send,
    {
        self.add(key, tokio::task::spawn_blocking(f));
    }
    pub fn spawn_local<F>(&mut self, key: K, task: F)
    where
        F: Future<Output = V>,
        F: 'static,
    {
        self.add(key, tokio::task::spawn_local(task));
    }
    pub async fn join_next(&mut self) -> Option<(K, Result<V, JoinError>)> {
        match self.tasks.shift() {
            Some((key, handle)) => Some((key, handle.await)),
            None => None,
        }
    }
    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }
    pub fn abort<Q>(&mut self, key: &Q) -> bool
    where
        Q: Hash + Eq + ?Sized,
        K: std::borrow::Borrow<Q>,
    {
        match self.tasks.get(key) {
            Some(handle) => {
                handle.abort();
                true
            }
            None => false,
        }
    }
    pub fn contains_key<Q>(&self, key: &Q) -> bool
    where
        Q: Hash + Eq + ?Sized,
        K: std::borrow::Borrow<Q>,
    {
        self.tasks.contains_key(key)
    }
}
impl<K, V, S> JoinMap<K, V, S>
where
    V: 'static,
{
    pub fn abort_all(&mut self) {
        for task in self.tasks.values() {
            task.abort();
        }
    }
    pub fn detach_all(&mut self) {
        self.tasks.clear();
    }
}
impl<K, V, S> Drop for JoinMap<K, V, S> {
    fn drop(&mut self) {
        for task in self.tasks.values() {
            task.abort();
        }
    }
}
impl<K, V> Default for JoinMap<K, V> {
    fn default() -> Self {
        JoinMap::new()
    }
}
