//@ expect: none
//@ effect: none

mod queue;

use std::thread;

use queue::{Writer, queue};

fn write_until(writer: &Writer<i32>, limit: i32) -> Result<(), String> {
    for number in 0..5 {
        if number == limit {
            return Err(format!("limit {limit} reached"));
        }
        writer.write(number);
    }
    Ok(())
}

fn main() {
    let (writer, reader) = queue();
    let second = writer.clone();
    let first = thread::spawn(move || write_until(&writer, 2));
    let second = thread::spawn(move || write_until(&second, 9));
    println!("sum {}", reader.sum::<i32>());
    println!("{:?} {:?}", first.join().ok(), second.join().ok());
}
