//@ expect: none
//@ effect: none

mod team;

use team::Team;

fn main() {
    let team = Team::start(["ann", "bob"]);
    println!("{} finished", team.finish());
}
