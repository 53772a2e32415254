use std::collections::HashMap;

use crate::track::{Playback, Track};

#[derive(Default)]
pub struct Mixer {
    tracks: HashMap<u8, Track>,
}

impl Mixer {
    pub fn assign(&mut self, channel: u8) -> Playback {
        let (track, playback) = Track::open();
        track.push(&[0; 4]);
        self.tracks.insert(channel, track); //~ dropped_without_abort
        playback
    }

    pub fn finish(self) {
        for (_, track) in self.tracks {
            track.finish();
        }
    }
}
