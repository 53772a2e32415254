//@ expect: none
//@ effect: none

mod robot;

use std::process::ExitCode;
use std::time::Duration;

use robot::Robot;
use tokio::time;

#[tokio::main]
async fn main() -> ExitCode {
    let robot = Robot::switch_on();
    for metres in 1..=6 {
        if !robot.walk(metres).await {
            eprintln!("the robot is off");
        }
    }
    robot.emergency_stop().await;
    time::sleep(Duration::from_millis(300)).await;
    println!("walked something: {}", robot.walked() > 0);
    if robot.is_on() {
        println!("it did not stop");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
