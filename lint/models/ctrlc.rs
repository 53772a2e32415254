//! `ctrlc`: the handler runs in a thread of its own, whenever a signal comes.
#[derive(Debug)]
pub enum Error {
    NoSuchSignal(SignalType),
    MultipleHandlers,
    System(std::io::Error),
}
#[derive(Debug)]
pub enum SignalType {
    Ctrlc,
    Termination,
}
#[worker(thread, on_drop = "detach")]
struct Handler {
    worker: (),
}
#[spawns(thread, runs = f)]
fn start<F: FnOnce()>(f: F) -> Handler {
    primitive!()
}
#[must_abort(on_drop = "eof", role = "receiver")]
struct Signals {
    end: u8,
}
impl Signals {
    #[pairs]
    fn open() -> Signals {
        primitive!()
    }
    #[parks(self)]
    fn wait(&self) {
        primitive!()
    }
}
pub fn set_handler<F>(user_handler: F) -> Result<(), Error>
where
    F: FnMut() + 'static + Send,
{
    if unknown!() {
        return Err(unknown!());
    }
    start(move || {
        let signals = Signals::open();
        loop {
            signals.wait();
            user_handler();
        }
    });
    Ok(())
}
