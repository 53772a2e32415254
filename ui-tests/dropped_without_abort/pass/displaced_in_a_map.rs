//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::must_abort;

#[derive(Default)]
struct Mix {
    samples: Vec<i16>,
    over: bool,
}

type Shared = Arc<(Mutex<Mix>, Condvar)>;

/// What a client plays on one channel of the mixer.
#[must_abort(finish, abort)]
struct Track {
    shared: Shared,
}

impl Track {
    fn open() -> (Track, Playback) {
        let shared = Shared::default();
        (Track { shared: shared.clone() }, Playback { shared })
    }

    fn push(&self, samples: &[i16]) {
        self.shared.0.lock().unwrap().samples.extend_from_slice(samples);
        self.shared.1.notify_one();
    }

    fn finish(self) {
        self.shared.0.lock().unwrap().over = true;
        self.shared.1.notify_all();
    }

    fn abort(self) {
        self.shared.0.lock().unwrap().samples.clear();
        self.finish();
    }
}

struct Playback {
    shared: Shared,
}

impl Playback {
    fn play(self) -> usize {
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

#[derive(Default)]
struct Mixer {
    tracks: HashMap<u8, Track>,
}

impl Mixer {
    fn assign(&mut self, channel: u8) -> Playback {
        let (track, playback) = Track::open();
        track.push(&[0; 4]);
        if let Some(replaced) = self.tracks.insert(channel, track) {
            replaced.abort();
        }
        playback
    }

    fn finish(self) {
        for (_, track) in self.tracks {
            track.finish();
        }
    }
}

fn main() {
    let mut mixer = Mixer::default();
    let players: Vec<_> = [1, 2, 1]
        .into_iter()
        .map(|channel| {
            let playback = mixer.assign(channel);
            thread::spawn(move || playback.play())
        })
        .collect();
    mixer.finish();
    for player in players {
        println!("played: {}", player.join().unwrap() <= 4);
    }
}
