//@ expect: none
//@ effect: none

mod config;
mod record;
mod service;
mod shipper;

use config::Config;
use record::Level;
use service::Service;

fn main() {
    let config = Config { target: "collector:514".to_owned(), least: Level::Info };
    let service = Service::start(config);
    for (level, text) in [(Level::Debug, "noise"), (Level::Info, "up"), (Level::Error, "disk full")] {
        service.log(level, text);
    }
    println!("{} records shipped", service.stop());
}
