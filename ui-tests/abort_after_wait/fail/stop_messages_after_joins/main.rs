//@ expect: abort_after_wait
//@ effect: hang

mod crew;

use crew::{Crew, Task};

fn main() -> Result<(), String> {
    let crew = Crew::hire(2);
    for number in 1..4 {
        let sent = crew.tasks.send(Task::Square(number));
        sent.and_then(|()| crew.tasks.send(Task::Negate(number))).map_err(|err| err.to_string())?;
    }
    let sum: i64 = crew.results.iter().take(6).sum();
    println!("sum {sum}");
    println!("{} tasks done", crew.dismiss()?);
    Ok(())
}
