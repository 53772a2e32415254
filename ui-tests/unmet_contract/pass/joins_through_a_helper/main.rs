//@ expect: none
//@ effect: none

mod logger;

use logger::Logger;

fn main() {
    let logger = Logger::start("log: ");
    logger.log("started");
    logger.log("stopping");
    println!("{} lines", logger.finish());
}
