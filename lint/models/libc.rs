//! `libc`: what a raw descriptor or process id stands for is out of view.
pub unsafe fn kill(pid: i32, sig: i32) -> i32 {
    primitive!()
}
pub unsafe fn killpg(pgrp: i32, sig: i32) -> i32 {
    primitive!()
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
pub const SIGTERM: i32 = primitive!();
pub const SIGKILL: i32 = primitive!();
pub const SIGINT: i32 = primitive!();
pub const SIGHUP: i32 = primitive!();
pub const SIGCHLD: i32 = primitive!();
pub const SIGPIPE: i32 = primitive!();
pub const WNOHANG: i32 = primitive!();
