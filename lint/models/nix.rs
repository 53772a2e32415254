//! `nix`
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
        use crate::errno::Errno;
        use crate::unistd::Pid;

        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Signal {
            SIGHUP,
            SIGINT,
            SIGQUIT,
            SIGABRT,
            SIGKILL,
            SIGUSR1,
            SIGUSR2,
            SIGPIPE,
            SIGALRM,
            SIGTERM,
            SIGCHLD,
            SIGCONT,
            SIGSTOP,
            SIGTSTP,
            SIGWINCH,
        }
        // What `Into<Option<Signal>>` comes to, found by the type of what is given: whether it ends who gets it.
        trait Ends {
            fn ends(self) -> bool;
        }
        impl Ends for Signal {
            fn ends(self) -> bool {
                matches!(
                    self,
                    Signal::SIGHUP | Signal::SIGINT | Signal::SIGQUIT | Signal::SIGABRT | Signal::SIGKILL | Signal::SIGTERM
                )
            }
        }
        impl Ends for Option<Signal> {
            fn ends(self) -> bool {
                self.is_some_and(|signal| signal.ends())
            }
        }
        pub fn kill<T: Ends>(pid: Pid, signal: T) -> crate::Result<()> {
            if signal.ends() { std::process::end(pid.0).map_err(|_| Errno::ESRCH) } else { unknown!() }
        }
        pub fn killpg<T: Ends>(pgrp: Pid, s: T) -> crate::Result<()> {
            if s.ends() { std::process::end_all(pgrp.0).map_err(|_| Errno::ESRCH) } else { unknown!() }
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
