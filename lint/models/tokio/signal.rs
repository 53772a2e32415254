//! `tokio::signal`: who sends it is out of view.
use std::io;

#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
struct Source {
    end: u8,
}
impl Source {
    #[pairs]
    fn open() -> Source {
        primitive!()
    }
    #[parks(self)]
    async fn recv(&mut self) -> Option<()> {
        primitive!()
    }
}
pub async fn ctrl_c() -> io::Result<()> {
    let mut source = Source::open();
    source.recv().await;
    Ok(())
}
pub mod unix {
    use super::Source;
    use std::io;
    use std::task::{Context, Poll};

    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct SignalKind(i32);
    impl SignalKind {
        pub const fn from_raw(signum: i32) -> Self {
            SignalKind(signum)
        }
        pub const fn as_raw_value(&self) -> i32 {
            self.0
        }
        pub const fn alarm() -> Self {
            SignalKind(14)
        }
        pub const fn child() -> Self {
            SignalKind(17)
        }
        pub const fn hangup() -> Self {
            SignalKind(1)
        }
        pub const fn interrupt() -> Self {
            SignalKind(2)
        }
        pub const fn pipe() -> Self {
            SignalKind(13)
        }
        pub const fn quit() -> Self {
            SignalKind(3)
        }
        pub const fn terminate() -> Self {
            SignalKind(15)
        }
        pub const fn user_defined1() -> Self {
            SignalKind(10)
        }
        pub const fn user_defined2() -> Self {
            SignalKind(12)
        }
        pub const fn window_change() -> Self {
            SignalKind(28)
        }
    }
    #[derive(Debug)]
    pub struct Signal {
        source: Source,
    }
    pub fn signal(kind: SignalKind) -> io::Result<Signal> {
        if unknown!() { Ok(Signal { source: Source::open() }) } else { Err(unknown!()) }
    }
    impl Signal {
        pub async fn recv(&mut self) -> Option<()> {
            self.source.recv().await
        }
        pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<()>> {
            unknown!()
        }
    }
}
