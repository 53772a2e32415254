use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

#[derive(Default)]
pub struct Mix {
    samples: Vec<i16>,
    over: bool,
}

type Shared = Arc<(Mutex<Mix>, Condvar)>;

/// What a client plays on one channel of the mixer.
#[must_abort(finish, abort)]
pub struct Track {
    shared: Shared,
}

impl Track {
    pub fn open() -> (Track, Playback) {
        let shared = Shared::default();
        (Track { shared: shared.clone() }, Playback { shared })
    }

    pub fn push(&self, samples: &[i16]) {
        self.shared.0.lock().unwrap().samples.extend_from_slice(samples);
        self.shared.1.notify_one();
    }

    pub fn finish(self) {
        self.shared.0.lock().unwrap().over = true;
        self.shared.1.notify_all();
    }

    fn abort(self) {
        self.shared.0.lock().unwrap().samples.clear();
        self.finish();
    }
}

pub struct Playback {
    pub shared: Shared,
}

impl Playback {
    pub fn play(self) -> usize {
        let mut played = 0;
        let mut mix = self.shared.0.lock().unwrap();
        loop {
            played += mix.samples.drain(..).count();
            if mix.over {
                return played;
            }
            mix = self.shared.1.wait(mix).unwrap();
        }
    }
}
