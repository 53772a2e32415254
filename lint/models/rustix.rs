//! `rustix`
pub mod io {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Errno(u16);
    pub type Result<T> = std::result::Result<T, Errno>;
    impl From<Errno> for std::io::Error {
        fn from(err: Errno) -> std::io::Error {
            unknown!()
        }
    }
}
pub mod process {
    use crate::io::{Errno, Result};

    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Pid(i32);
    impl Pid {
        pub const fn from_raw(raw: i32) -> Option<Pid> {
            // Nobody asks for the process with the number 0.
            Some(Pid(raw))
        }
        pub const unsafe fn from_raw_unchecked(raw: i32) -> Pid {
            Pid(raw)
        }
        pub fn from_child(child: &std::process::Child) -> Pid {
            Pid(child.id() as i32)
        }
        pub const fn as_raw_pid(self) -> i32 {
            self.0
        }
    }
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Signal(i32);
    impl Signal {
        pub const HUP: Signal = Signal(1);
        pub const INT: Signal = Signal(2);
        pub const QUIT: Signal = Signal(3);
        pub const ABORT: Signal = Signal(6);
        pub const KILL: Signal = Signal(9);
        pub const USR1: Signal = Signal(10);
        pub const USR2: Signal = Signal(12);
        pub const PIPE: Signal = Signal(13);
        pub const ALARM: Signal = Signal(14);
        pub const TERM: Signal = Signal(15);
        pub const CHILD: Signal = Signal(17);
        pub const CONT: Signal = Signal(18);
        pub const STOP: Signal = Signal(19);
        pub const TSTP: Signal = Signal(20);
        pub const WINCH: Signal = Signal(28);
        fn ends(self) -> bool {
            matches!(self.0, 1 | 2 | 3 | 6 | 9 | 15)
        }
    }
    pub fn kill_process(pid: Pid, sig: Signal) -> Result<()> {
        if sig.ends() { std::process::end(pid.0).map_err(|_| Errno(3)) } else { unknown!() }
    }
    pub fn kill_process_group(pid: Pid, sig: Signal) -> Result<()> {
        if sig.ends() { std::process::end_all(pid.0).map_err(|_| Errno(3)) } else { unknown!() }
    }
    pub fn test_kill_process(pid: Pid) -> Result<()> {
        unknown!()
    }
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct WaitOptions(u32);
    #[derive(Debug, Clone, Copy)]
    pub struct WaitStatus(u32);
    #[joins(children)]
    pub fn waitpid(pid: Option<Pid>, options: WaitOptions) -> Result<Option<(Pid, WaitStatus)>> {
        primitive!()
    }
}
