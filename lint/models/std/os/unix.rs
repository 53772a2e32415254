//! `std::os::unix`
pub mod net;

pub mod io {
    pub use crate::os::fd::*;
}
pub mod prelude {
    pub use super::io::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
    pub use super::process::{CommandExt, ExitStatusExt};
}
pub mod process {
    use crate::io;
    use crate::process::{Command, ExitStatus};

    pub trait CommandExt {
        fn uid(&mut self, id: u32) -> &mut Command;
        fn gid(&mut self, id: u32) -> &mut Command;
        unsafe fn pre_exec<F>(&mut self, f: F) -> &mut Command
        where
            F: FnMut() -> io::Result<()> + Send + Sync + 'static;
        fn exec(&mut self) -> io::Error;
        fn arg0<S>(&mut self, arg: S) -> &mut Command
        where
            S: AsRef<crate::ffi::OsStr>;
        fn process_group(&mut self, pgroup: i32) -> &mut Command;
    }
    impl CommandExt for Command {
        fn uid(&mut self, id: u32) -> &mut Command {
            self
        }
        fn gid(&mut self, id: u32) -> &mut Command {
            self
        }
        unsafe fn pre_exec<F>(&mut self, f: F) -> &mut Command
        where
            F: FnMut() -> io::Result<()> + Send + Sync + 'static,
        {
            // It may call `setsid`.
            self.leads = true;
            self
        }
        fn exec(&mut self) -> io::Error {
            unknown!()
        }
        fn arg0<S>(&mut self, arg: S) -> &mut Command
        where
            S: AsRef<crate::ffi::OsStr>,
        {
            self
        }
        fn process_group(&mut self, pgroup: i32) -> &mut Command {
            self.leads = true;
            self
        }
    }
    pub trait ExitStatusExt {
        fn from_raw(raw: i32) -> Self;
        fn signal(&self) -> Option<i32>;
        fn core_dumped(&self) -> bool;
        fn into_raw(self) -> i32;
    }
    impl ExitStatusExt for ExitStatus {
        fn from_raw(raw: i32) -> ExitStatus {
            unknown!()
        }
        fn signal(&self) -> Option<i32> {
            unknown!()
        }
        fn core_dumped(&self) -> bool {
            unknown!()
        }
        fn into_raw(self) -> i32 {
            unknown!()
        }
    }
}
