//@ expect: none
//@ effect: none

mod session;
mod shutdown;
mod tool;

use std::io;

use session::Session;

fn main() -> io::Result<()> {
    let mut session = Session::open(tool::BC)?;
    for question in ["3 + 4", "6 * 7", "not a sum"] {
        session.ask(question)?;
    }
    let answers = session.answers(2)?;
    println!("{answers:?}");
    let code = shutdown::end(session)?;
    println!("ended well: {}", code == Some(0));
    Ok(())
}
