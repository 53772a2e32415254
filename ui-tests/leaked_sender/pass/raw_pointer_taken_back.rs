//@ expect: none
//@ effect: none

use std::ffi::c_void;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

// What a C library does with a callback: it keeps a pointer for it, and hands it back when the callback is taken off.
struct Library {
    callback: fn(*mut c_void, u32),
    context: *mut c_void,
}

unsafe extern "C" {
    fn abs(number: i32) -> i32;
}

fn on_value(context: *mut c_void, value: u32) {
    // SAFETY: the pointer is the one that `register` made, and `unregister` was not called yet.
    let values = unsafe { &*context.cast::<Sender<u32>>() };
    let _ = values.send(value);
}

fn register(values: Sender<u32>) -> Library {
    Library { callback: on_value, context: Box::into_raw(Box::new(values)).cast() }
}

fn unregister(library: Library) {
    // SAFETY: it came from `Box::into_raw` in `register`, and is not used again.
    drop(unsafe { Box::from_raw(library.context.cast::<Sender<u32>>()) });
}

fn total(values: Receiver<u32>) -> u32 {
    values.iter().sum()
}

fn main() {
    let (sender, values) = mpsc::channel();
    let adder = thread::spawn(move || total(values));
    let library = register(sender);
    for number in [-3, 4] {
        // SAFETY: `abs` is defined for both.
        let value = unsafe { abs(number) };
        (library.callback)(library.context, value.unsigned_abs());
    }
    unregister(library);
    println!("{:?}", adder.join().ok());
}
