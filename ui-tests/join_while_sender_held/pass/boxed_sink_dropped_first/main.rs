//@ expect: none
//@ effect: none

mod logger;
mod sink;

use logger::Logger;

fn main() {
    for quiet in [true, false] {
        let logger = Logger::new(quiet);
        println!("written: {}", logger.sink.write("hello"));
        println!("{:?}", logger.close());
    }
}
