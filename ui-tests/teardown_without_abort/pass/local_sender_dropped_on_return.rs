//@ expect: none
//@ effect: none

use std::num::ParseIntError;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
struct Point {
    x: i32,
    y: i32,
}

fn plot(points: Receiver<Point>) {
    let mut quadrants = [0; 4];
    for Point { x, y } in points {
        let quadrant = usize::from(x < 0) + 2 * usize::from(y < 0);
        quadrants[quadrant] += 1;
    }
    println!("quadrants {quadrants:?}");
}

fn read(text: &str) -> Result<usize, ParseIntError> {
    let (points, inbox) = channel();
    thread::spawn(move || plot(inbox));
    let mut count = 0;
    for pair in text.split(';') {
        let Some((x, y)) = pair.split_once(',') else {
            return Ok(count);
        };
        let point = Point { x: x.trim().parse()?, y: y.trim().parse()? };
        if points.send(point).is_err() {
            break;
        }
        count += 1;
    }
    Ok(count)
}

fn main() {
    for text in ["1,2; -3,4", "5,6; none; 7,8", "9,ten"] {
        match read(text) {
            Ok(count) => println!("{count} points"),
            Err(err) => println!("{text:?}: {err}"),
        }
    }
    thread::sleep(Duration::from_millis(20));
}
