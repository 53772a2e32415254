//@ expect: none
//@ effect: none

mod synth;

use synth::{Note, Synth};

fn main() {
    let mut synth = Synth::new();
    let tune = [Note::Play { pitch: 60, length: 4 }, Note::Mute(true), Note::Play { pitch: 62, length: 4 }];
    for note in tune {
        if synth.notes.send(note).is_err() {
            eprintln!("lost a note");
        }
    }
    println!("{:?} samples", synth.stop());
}
