use std::io;

use crate::session::Session;

/// Ends a session and tells how the tool has ended.
pub fn end(session: Session) -> io::Result<Option<i32>> {
    let Session { mut child, questions, .. } = session;
    println!("pid known: {}", child.id() > 0);
    let status = child.wait()?; //~ pipe_held_across_wait
    drop(questions);
    Ok(status.code())
}
