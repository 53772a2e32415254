use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};

pub struct Lights {
    colours: Sender<&'static str>,
}

fn blink(colours: &Receiver<&'static str>) {
    let mut colour = "off";
    loop {
        match colours.recv_timeout(Duration::from_millis(3)) {
            Ok(next) => colour = next,
            // The last colour blinks on: the lamp must not go dark when its program does.
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => thread::sleep(Duration::from_millis(colour.len() as u64)),
        }
    }
}

impl Lights {
    pub fn install() -> Lights {
        let (colours, wanted) = unbounded();
        #[cfg_attr(any(), must_abort::allow_hang(worker_outlives_owner, reason = "the lamp goes on when its owner is gone"))]
        thread::spawn(move || blink(&wanted));
        Lights { colours }
    }

    pub fn show(&self, colour: &'static str) -> bool {
        self.colours.send(colour).is_ok()
    }
}
