//! `jod_thread`: a handle joins when it is dropped.
pub struct JoinHandle<T = ()>(Option<std::thread::JoinHandle<T>>);
pub fn spawn<F: FnOnce() -> T + Send + 'static, T: Send + 'static>(f: F) -> JoinHandle<T> {
    JoinHandle(Some(std::thread::spawn(f)))
}
pub struct Builder(std::thread::Builder);
impl Builder {
    pub fn new() -> Builder {
        Builder(std::thread::Builder::new())
    }
    pub fn name(self, name: String) -> Builder {
        self
    }
    pub fn stack_size(self, size: usize) -> Builder {
        self
    }
    pub fn spawn<F, T>(self, f: F) -> std::io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let handle = self.0.spawn(f)?;
        Ok(JoinHandle(Some(handle)))
    }
}
impl<T> JoinHandle<T> {
    pub fn thread(&self) -> &std::thread::Thread {
        self.0.as_ref().unwrap().thread()
    }
    pub fn join(self) -> T {
        self.0.take().unwrap().join().unwrap()
    }
    pub fn detach(self) -> std::thread::JoinHandle<T> {
        self.0.take().unwrap()
    }
}
impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        if let Some(inner) = self.0.take() {
            let _ = inner.join();
        }
    }
}
