//@ expect: none
//@ effect: none

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

enum Shape {
    Circle(f64),
    Square(f64),
}

impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle(radius) => std::f64::consts::PI * radius * radius,
            Shape::Square(side) => side * side,
        }
    }
}

fn generate(count: u32, shapes: &SyncSender<Shape>) -> u32 {
    for number in 0..count {
        let size = f64::from(number);
        let shape = if number % 2 == 0 { Shape::Circle(size) } else { Shape::Square(size) };
        if shapes.send(shape).is_err() {
            return number;
        }
    }
    count
}

fn total_area(counts: &[u32]) -> Option<f64> {
    let (shapes, inbox) = sync_channel(2);
    let adder = thread::spawn(move || {
        let mut total = 0.0;
        for shape in &inbox {
            total += Shape::area(&shape);
        }
        total
    });
    let mut generators = Vec::new();
    for &count in counts {
        let shapes = shapes.clone();
        generators.push(thread::spawn(move || generate(count, &shapes)));
    }
    let mut generated = 0;
    for generator in generators {
        generated += generator.join().ok()?;
    }
    println!("{generated} shapes");
    drop(shapes);
    adder.join().ok()
}

fn main() {
    match total_area(&[5, 7]) {
        Some(area) => println!("area {area:.1}"),
        None => eprintln!("somebody panicked"),
    }
}
