//! `ipc_channel`
pub mod ipc {
    use serde::{Deserialize, Serialize};
    use std::io;
    use std::time::Duration;

    #[derive(Debug)]
    pub enum IpcError {
        Bincode(bincode::Error),
        Io(io::Error),
        Disconnected,
    }
    #[derive(Debug)]
    pub enum TryRecvError {
        IpcError(IpcError),
        Empty,
    }
    #[must_abort(on_drop = "eof", role = "sender")]
    #[derive(Debug)]
    pub struct IpcSender<T> {
        end: std::marker::PhantomData<T>,
    }
    #[must_abort(on_drop = "eof", role = "receiver")]
    #[derive(Debug)]
    pub struct IpcReceiver<T> {
        end: std::marker::PhantomData<T>,
    }
    #[pairs(tx = 0, rx = 1, capacity = "unbounded")]
    pub fn channel<T>() -> Result<(IpcSender<T>, IpcReceiver<T>), io::Error>
    where
        T: for<'de> Deserialize<'de> + Serialize,
    {
        primitive!()
    }
    impl<T> Clone for IpcSender<T>
    where
        T: Serialize,
    {
        #[same(self)]
        fn clone(&self) -> IpcSender<T> {
            primitive!()
        }
    }
    impl<T> IpcSender<T>
    where
        T: Serialize,
    {
        // The other side is in another process.
        #[pairs]
        fn open() -> IpcSender<T> {
            primitive!()
        }
        pub fn connect(name: String) -> Result<IpcSender<T>, io::Error> {
            if unknown!() { Ok(IpcSender::open()) } else { Err(unknown!()) }
        }
        #[sends(self)]
        pub fn send(&self, data: T) -> Result<(), bincode::Error> {
            primitive!()
        }
    }
    impl<T> IpcReceiver<T>
    where
        T: for<'de> Deserialize<'de> + Serialize,
    {
        #[pairs]
        fn open() -> IpcReceiver<T> {
            primitive!()
        }
        #[parks(self)]
        pub fn recv(&self) -> Result<T, IpcError> {
            primitive!()
        }
        #[parks(self, deadline)]
        pub fn try_recv(&self) -> Result<T, TryRecvError> {
            primitive!()
        }
        #[parks(self, deadline)]
        pub fn try_recv_timeout(&self, duration: Duration) -> Result<T, TryRecvError> {
            primitive!()
        }
    }
    // Who connects is out of view.
    #[must_abort(on_drop = "eof", role = "receiver")]
    struct Acceptor {
        end: u8,
    }
    impl Acceptor {
        #[pairs]
        fn open() -> Acceptor {
            primitive!()
        }
        #[parks(self)]
        fn accept(&self) -> Result<(), bincode::Error> {
            primitive!()
        }
    }
    pub struct IpcOneShotServer<T> {
        acceptor: Acceptor,
        message: std::marker::PhantomData<T>,
    }
    impl<T> IpcOneShotServer<T>
    where
        T: for<'de> Deserialize<'de> + Serialize,
    {
        pub fn new() -> Result<(IpcOneShotServer<T>, String), io::Error> {
            if unknown!() {
                return Err(unknown!());
            }
            Ok((IpcOneShotServer { acceptor: Acceptor::open(), message: std::marker::PhantomData }, unknown!()))
        }
        pub fn accept(self) -> Result<(IpcReceiver<T>, T), bincode::Error> {
            self.acceptor.accept()?;
            Ok((IpcReceiver::open(), unknown!()))
        }
    }
}
