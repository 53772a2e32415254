//! `Notify`

#[must_abort(on_drop = "eof", role = "signal")]
#[derive(Debug)]
pub struct Notify {
    signal: (),
}
impl Notify {
    #[pairs]
    pub const fn const_new() -> Notify {
        primitive!()
    }
    #[pairs]
    pub fn new() -> Notify {
        primitive!()
    }
    #[parks(self)]
    pub async fn notified(&self) {
        primitive!()
    }
    #[parks(self)]
    async fn wait(&self) {
        primitive!()
    }
    pub async fn notified_owned(self: std::sync::Arc<Self>) {
        self.wait().await;
    }
    // One waiter wakes, or the next one does not wait.
    #[sets(self)]
    pub fn notify_one(&self) {
        primitive!()
    }
    #[sets(self)]
    pub fn notify_last(&self) {
        primitive!()
    }
    #[sets(self)]
    pub fn notify_waiters(&self) {
        primitive!()
    }
}
impl Default for Notify {
    fn default() -> Notify {
        Notify::new()
    }
}
