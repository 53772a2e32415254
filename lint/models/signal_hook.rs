//! `signal_hook`: who sends a signal is out of view.
pub use signal_hook_registry::SigId;

pub mod consts {
    pub const SIGHUP: i32 = 1;
    pub const SIGINT: i32 = 2;
    pub const SIGQUIT: i32 = 3;
    pub const SIGUSR1: i32 = 10;
    pub const SIGUSR2: i32 = 12;
    pub const SIGTERM: i32 = 15;
    pub const SIGCHLD: i32 = 17;
    pub const SIGWINCH: i32 = 28;
}
// A handler is a thread that waits for the signal.
#[worker(thread, on_drop = "detach")]
struct Handler {
    worker: (),
}
#[spawns(thread, runs = f)]
fn start<F: FnOnce()>(f: F) -> Handler {
    primitive!()
}
pub mod flag {
    use crate::SigId;
    use std::io::Error;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    pub fn register(signal: i32, flag: Arc<AtomicBool>) -> Result<SigId, Error> {
        if unknown!() {
            return Err(unknown!());
        }
        crate::start(move || {
            let source = crate::iterator::Source::open();
            source.recv();
            flag.store(true, Ordering::SeqCst);
        });
        Ok(unknown!())
    }
}
pub mod iterator {
    use exfiltrator::SignalOnly;
    use std::borrow::Borrow;
    use std::io::Error;

    // Only `Handle::close` ends it: there is always one more signal that may come.
    #[must_abort(on_drop = "silent", role = "receiver")]
    pub(crate) struct Source {
        end: u8,
    }
    impl Source {
        #[pairs]
        fn open() -> Source {
            primitive!()
        }
        #[same(self)]
        fn again(&self) -> Source {
            primitive!()
        }
        #[parks(self)]
        fn recv(&self) -> Option<i32> {
            primitive!()
        }
        #[aborts(self)]
        fn close(&self) {
            primitive!()
        }
    }
    pub struct SignalsInfo<E = SignalOnly> {
        source: Source,
        exfiltrator: E,
    }
    pub type Signals = SignalsInfo<SignalOnly>;
    pub mod exfiltrator {
        #[derive(Debug, Clone, Copy, Default)]
        pub struct SignalOnly;
    }
    impl Signals {
        pub fn new<I, S>(signals: I) -> Result<Self, Error>
        where
            I: IntoIterator<Item = S>,
            S: Borrow<i32>,
        {
            if unknown!() { Ok(SignalsInfo { source: Source::open(), exfiltrator: SignalOnly }) } else { Err(unknown!()) }
        }
        pub fn forever(&mut self) -> Forever<'_, SignalOnly> {
            Forever { source: &self.source, exfiltrator: &self.exfiltrator }
        }
        pub fn handle(&self) -> Handle {
            Handle { source: self.source.again() }
        }
    }
    impl<'a> IntoIterator for &'a mut Signals {
        type Item = i32;
        type IntoIter = Forever<'a, SignalOnly>;
        fn into_iter(self) -> Forever<'a, SignalOnly> {
            self.forever()
        }
    }
    pub struct Forever<'a, E> {
        source: &'a Source,
        exfiltrator: &'a E,
    }
    impl<'a> Iterator for Forever<'a, SignalOnly> {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            self.source.recv()
        }
    }
    pub struct Handle {
        source: Source,
    }
    impl Handle {
        pub fn close(&self) {
            self.source.close();
        }
        pub fn is_closed(&self) -> bool {
            unknown!()
        }
    }
    impl Clone for Handle {
        fn clone(&self) -> Handle {
            Handle { source: self.source.again() }
        }
    }
}
