//@ expect: none
//@ effect: none

mod lamp;

use lamp::Lamp;

fn main() -> Result<(), &'static str> {
    let lamp = Lamp::new();
    lamp.blink(3)?;
    lamp.blink(2)?;
    println!("{} blinks", lamp.off()?);
    Ok(())
}
