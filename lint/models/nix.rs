//! `nix`: what a process id stands for is out of view.
pub type Result<T> = std::result::Result<T, errno::Errno>;
pub mod errno {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Errno {
        EPERM,
        ESRCH,
        EINTR,
        ECHILD,
        EAGAIN,
    }
}
pub mod sys {
    pub mod signal {
        use crate::unistd::Pid;

        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Signal {
            SIGHUP,
            SIGINT,
            SIGQUIT,
            SIGKILL,
            SIGPIPE,
            SIGTERM,
            SIGCHLD,
        }
        pub fn kill<T: Into<Option<Signal>>>(pid: Pid, signal: T) -> crate::Result<()> {
            unknown!()
        }
        pub fn killpg<T: Into<Option<Signal>>>(pgrp: Pid, s: T) -> crate::Result<()> {
            unknown!()
        }
    }
    pub mod wait {
        use crate::unistd::Pid;

        #[joins(children)]
        pub fn waitpid<P: Into<Option<Pid>>>(pid: P, options: Option<WaitPidFlag>) -> crate::Result<WaitStatus> {
            primitive!()
        }
        #[derive(Debug, Clone, Copy)]
        pub struct WaitPidFlag {
            bits: i32,
        }
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum WaitStatus {
            Exited(Pid, i32),
            StillAlive,
        }
    }
}
pub mod unistd {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Pid(i32);
    impl Pid {
        pub const fn from_raw(pid: i32) -> Self {
            Pid(pid)
        }
        pub fn this() -> Self {
            Pid(unknown!())
        }
        pub const fn as_raw(self) -> i32 {
            self.0
        }
    }
    pub fn setsid() -> crate::Result<Pid> {
        unknown!()
    }
}
