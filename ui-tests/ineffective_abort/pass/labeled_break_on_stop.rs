//@ expect: none
//@ effect: none

use std::thread::{self, JoinHandle};
use std::time::Duration;

use flume::{Receiver, Sender};

enum Step {
    Move { dx: i32, dy: i32 },
    Home,
    Halt,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Position {
    x: i32,
    y: i32,
}

struct Plotter {
    steps: Sender<Step>,
    motor: JoinHandle<Position>,
}

fn drive(steps: &Receiver<Step>) -> Position {
    let mut position = Position::default();
    'power: loop {
        for step in steps.drain() {
            match step {
                Step::Move { dx, dy } => {
                    position.x += dx;
                    position.y += dy;
                }
                Step::Home => position = Position::default(),
                Step::Halt => break 'power,
            }
        }
        if steps.is_disconnected() && steps.is_empty() {
            break;
        }
        thread::sleep(Duration::from_millis(2));
    }
    position
}

impl Plotter {
    fn new() -> Plotter {
        let (steps, inbox) = flume::unbounded();
        let motor = thread::spawn(move || drive(&inbox));
        Plotter { steps, motor }
    }

    fn halt(self) -> Option<Position> {
        let _ = self.steps.send(Step::Halt);
        self.motor.join().ok()
    }
}

fn main() {
    let plotter = Plotter::new();
    let path = [(3, 4), (-1, 2)].map(|(dx, dy)| Step::Move { dx, dy });
    for step in [Step::Home].into_iter().chain(path) {
        let _ = plotter.steps.send(step);
    }
    println!("{:?}", plotter.halt());
}
