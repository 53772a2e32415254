//@ expect: join_while_receiver_held
//@ effect: hang

mod pipeline;
mod picture;
mod sheet;

use pipeline::Pipeline;
use sheet::Sheet;

fn main() {
    let names: Vec<String> = (0..40).map(|number| format!("img{number:03}.png")).collect();
    let pipeline = Pipeline::start(names);
    let sheet = Sheet::fill(&pipeline, 6);
    println!("{} thumbnails, {} wide", sheet.len(), sheet.width());
    println!("{} pictures were read", pipeline.stop());
}
