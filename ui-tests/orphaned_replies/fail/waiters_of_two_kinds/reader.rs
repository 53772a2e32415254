use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

use crate::wire::Pending;

pub async fn run<R>(read: R, pending: Pending)
where
    R: AsyncRead + Unpin,
{
    let mut lines = BufReader::new(read).lines();
    while let Ok(Some(line)) = lines.next_line().await { //~ orphaned_replies
        let Some((id, body)) = line.split_once(' ') else {
            continue;
        };
        if let Ok(id) = id.parse() {
            pending.resolve(id, body.to_owned());
        }
    }
}
