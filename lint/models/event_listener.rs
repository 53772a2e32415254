//! `event_listener`: a listener that was made before a notification does not miss it.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

#[must_abort(on_drop = "eof", role = "signal")]
pub(crate) struct Flag {
    signal: (),
}
impl Flag {
    #[pairs]
    const fn open() -> Flag {
        primitive!()
    }
    #[same(self)]
    fn again(&self) -> Flag {
        primitive!()
    }
    #[sets(self)]
    fn raise(&self) {
        primitive!()
    }
    #[parks(self)]
    fn park(&self) {
        primitive!()
    }
    #[parks(self, deadline)]
    fn park_timeout(&self) -> Option<()> {
        primitive!()
    }
    #[parks(self)]
    async fn wait(&self) {
        primitive!()
    }
}
pub struct Event<T = ()> {
    flag: Flag,
    tag: std::marker::PhantomData<T>,
}
impl Event<()> {
    pub const fn new() -> Self {
        Event { flag: Flag::open(), tag: std::marker::PhantomData }
    }
}
impl<T> Event<T> {
    pub fn listen(&self) -> EventListener<T> {
        EventListener { flag: self.flag.again(), tag: std::marker::PhantomData }
    }
}
impl Event {
    pub fn notify(&self, n: usize) -> usize {
        self.flag.raise();
        unknown!()
    }
}
pub struct EventListener<T = ()> {
    flag: Flag,
    tag: std::marker::PhantomData<T>,
}
pub trait Listener<T = ()>: Future<Output = T> {
    fn wait(self) -> T;
    fn wait_timeout(self, timeout: Duration) -> Option<T>;
    fn discard(self) -> bool;
}
impl Listener for EventListener {
    fn wait(self) {
        self.flag.park();
    }
    fn wait_timeout(self, timeout: Duration) -> Option<()> {
        self.flag.park_timeout()
    }
    fn discard(self) -> bool {
        unknown!()
    }
}
impl<T> Future for EventListener<T> {
    type Output = T;
    #[parks(self.flag)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        primitive!()
    }
}
