//@ expect: none
//@ effect: none

use std::num::ParseFloatError;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::must_abort;

#[derive(Default)]
struct Track {
    points: Vec<(f64, f64)>,
    closed: bool,
    broken: bool,
}

type Shared = Arc<(Mutex<Track>, Condvar)>;

#[must_abort(close, abort, on_drop = "abort")]
struct Plotter {
    shared: Shared,
    open: bool,
}

impl Plotter {
    fn point(&self, x: f64, y: f64) {
        self.shared.0.lock().unwrap().points.push((x, y));
    }

    fn close(mut self) {
        self.open = false;
        self.shared.0.lock().unwrap().closed = true;
        self.shared.1.notify_all();
    }

    fn abort(&mut self) {
        self.open = false;
        if let Ok(mut track) = self.shared.0.lock() {
            track.broken = true;
            track.closed = true;
        }
        self.shared.1.notify_all();
    }
}

impl Drop for Plotter {
    fn drop(&mut self) {
        if self.open {
            self.abort();
        }
    }
}

fn plot(text: &str, plotter: Plotter) -> Result<(), ParseFloatError> {
    for line in text.lines() {
        let Some((x, y)) = line.split_once(' ') else {
            continue;
        };
        plotter.point(x.parse()?, y.parse()?);
    }
    plotter.close();
    Ok(())
}

fn main() {
    for text in ["0 0\n1 2", "0 0\n1 north"] {
        let shared = Shared::default();
        let screen = Arc::clone(&shared);
        let painter = thread::spawn(move || {
            let track = screen.0.lock().unwrap();
            let track = screen.1.wait_while(track, |track| !track.closed).unwrap();
            (track.points.len(), track.broken)
        });
        let plotter = Plotter { shared, open: true };
        if let Err(err) = plot(text, plotter) {
            println!("cannot plot: {err}");
        }
        println!("{:?}", painter.join().ok());
    }
}
