//! `libc`: what a raw descriptor stands for is out of view.
fn ends(sig: i32) -> bool {
    matches!(sig, SIGHUP | SIGINT | SIGQUIT | SIGABRT | SIGKILL | SIGTERM)
}
pub type pid_t = i32;
pub type c_int = i32;
pub unsafe fn kill(pid: i32, sig: i32) -> i32 {
    if ends(sig) && std::process::end(pid).is_ok() { 0 } else { unknown!() }
}
pub unsafe fn killpg(pgrp: i32, sig: i32) -> i32 {
    if ends(sig) && std::process::end_all(pgrp).is_ok() { 0 } else { unknown!() }
}
#[joins(children)]
pub unsafe fn waitpid(pid: i32, status: *mut i32, options: i32) -> i32 {
    primitive!()
}
pub unsafe fn getpid() -> i32 {
    primitive!()
}
pub unsafe fn setsid() -> i32 {
    primitive!()
}
pub unsafe fn setpgid(pid: i32, pgid: i32) -> i32 {
    primitive!()
}
pub unsafe fn close(fd: i32) -> i32 {
    primitive!()
}
pub unsafe fn dup(fd: i32) -> i32 {
    primitive!()
}
pub unsafe fn dup2(src: i32, dst: i32) -> i32 {
    primitive!()
}
pub unsafe fn fork() -> i32 {
    primitive!()
}
pub unsafe fn _exit(status: i32) -> ! {
    primitive!()
}
pub const SIGHUP: i32 = 1;
pub const SIGINT: i32 = 2;
pub const SIGQUIT: i32 = 3;
pub const SIGABRT: i32 = 6;
pub const SIGKILL: i32 = 9;
pub const SIGUSR1: i32 = 10;
pub const SIGUSR2: i32 = 12;
pub const SIGPIPE: i32 = 13;
pub const SIGALRM: i32 = 14;
pub const SIGTERM: i32 = 15;
pub const SIGCHLD: i32 = 17;
pub const SIGCONT: i32 = 18;
pub const SIGSTOP: i32 = 19;
pub const SIGTSTP: i32 = 20;
pub const SIGWINCH: i32 = 28;
pub const WNOHANG: i32 = primitive!();
