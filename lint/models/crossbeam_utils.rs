//! `crossbeam_utils`
pub mod thread {
    use std::io;

    // All that was spawned in a scope is joined when its closure has returned.
    pub fn scope<'env, F, R>(f: F) -> std::thread::Result<R>
    where
        F: FnOnce(&Scope<'env>) -> R,
    {
        let scope = Scope { running: Vec::new() };
        let result = f(&scope);
        for worker in scope.running {
            let _ = worker.reap();
        }
        Ok(result)
    }
    pub struct Scope<'env> {
        running: Vec<Running<'env>>,
    }
    #[worker(scoped, on_drop = "detach")]
    struct Running<'env> {
        worker: std::marker::PhantomData<&'env ()>,
    }
    impl<'env> Running<'env> {
        #[joins(self)]
        fn reap(&self) -> std::thread::Result<()> {
            primitive!()
        }
    }
    impl<'env> Scope<'env> {
        pub fn spawn<'scope, F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
        where
            F: FnOnce(&Scope<'env>) -> T,
            F: Send + 'env,
            T: Send + 'env,
        {
            let scope = self;
            let handle = start(move || f(scope));
            self.running.push(handle.again());
            handle
        }
        pub fn builder<'scope>(&'scope self) -> ScopedThreadBuilder<'scope, 'env> {
            ScopedThreadBuilder { scope: self }
        }
    }
    pub struct ScopedThreadBuilder<'scope, 'env> {
        scope: &'scope Scope<'env>,
    }
    impl<'scope, 'env> ScopedThreadBuilder<'scope, 'env> {
        pub fn name(self, name: String) -> ScopedThreadBuilder<'scope, 'env> {
            self
        }
        pub fn spawn<F, T>(self, f: F) -> io::Result<ScopedJoinHandle<'scope, T>>
        where
            F: FnOnce(&Scope<'env>) -> T,
            F: Send + 'env,
            T: Send + 'env,
        {
            if unknown!() {
                return Err(unknown!());
            }
            Ok(self.scope.spawn(f))
        }
    }
    #[spawns(scoped, runs = f)]
    fn start<'scope, F, T>(f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T,
    {
        primitive!()
    }
    #[worker(scoped, on_drop = "detach")]
    pub struct ScopedJoinHandle<'scope, T> {
        worker: std::marker::PhantomData<&'scope T>,
    }
    impl<T> ScopedJoinHandle<'_, T> {
        #[same(self)]
        fn again(&self) -> Running<'_> {
            primitive!()
        }
        #[joins(self)]
        pub fn join(self) -> std::thread::Result<T> {
            primitive!()
        }
        pub fn thread(&self) -> &std::thread::Thread {
            primitive!()
        }
    }
}
pub mod sync {
    use std::time::Duration;

    // `wait` returns when all other handles are gone.
    pub struct WaitGroup {
        done: Done,
        open: Open,
    }
    #[must_abort(on_drop = "eof", role = "sender")]
    struct Open {
        end: u8,
    }
    #[must_abort(on_drop = "eof", role = "receiver")]
    struct Done {
        end: u8,
    }
    #[pairs(tx = 0, rx = 1)]
    fn group() -> (Open, Done) {
        primitive!()
    }
    impl Open {
        #[same(self)]
        fn again(&self) -> Open {
            primitive!()
        }
    }
    impl Done {
        #[same(self)]
        fn again(&self) -> Done {
            primitive!()
        }
        #[parks(self, until = "eof")]
        fn wait(&self) {
            primitive!()
        }
    }
    impl WaitGroup {
        pub fn new() -> Self {
            let (open, done) = group();
            WaitGroup { done, open }
        }
        pub fn wait(self) {
            drop(self.open);
            self.done.wait();
        }
    }
    impl Clone for WaitGroup {
        fn clone(&self) -> WaitGroup {
            WaitGroup { done: self.done.again(), open: self.open.again() }
        }
    }
    impl Default for WaitGroup {
        fn default() -> Self {
            WaitGroup::new()
        }
    }
    // A token that `unpark` gives and `park` takes.
    #[must_abort(on_drop = "eof", role = "signal")]
    #[derive(Debug)]
    pub struct Unparker {
        signal: (),
    }
    impl Unparker {
        #[pairs]
        fn make() -> Unparker {
            primitive!()
        }
        #[same(self)]
        fn again(&self) -> Unparker {
            primitive!()
        }
        #[parks(self)]
        fn wait(&self) {
            primitive!()
        }
        #[parks(self, deadline)]
        fn wait_timeout(&self) {
            primitive!()
        }
        #[sets(self)]
        pub fn unpark(&self) {
            primitive!()
        }
    }
    impl Clone for Unparker {
        fn clone(&self) -> Unparker {
            self.again()
        }
    }
    #[derive(Debug)]
    pub struct Parker {
        unparker: Unparker,
    }
    impl Parker {
        pub fn new() -> Parker {
            Parker { unparker: Unparker::make() }
        }
        pub fn park(&self) {
            self.unparker.wait();
        }
        pub fn park_timeout(&self, timeout: Duration) {
            self.unparker.wait_timeout();
        }
        pub fn unparker(&self) -> &Unparker {
            &self.unparker
        }
    }
}
