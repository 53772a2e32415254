//@ expect: unbounded_teardown_wait
//@ effect: hang

mod camera;

use std::time::Duration;

use camera::Camera;
use tokio::time;

#[tokio::main]
async fn main() {
    for (name, upload) in [("door", 5), ("garden", 30_000)] {
        let camera = Camera::start(name, Duration::from_millis(upload));
        time::sleep(Duration::from_millis(20)).await;
        println!("{name}: uploaded {:?}", camera.stop().await);
    }
}
