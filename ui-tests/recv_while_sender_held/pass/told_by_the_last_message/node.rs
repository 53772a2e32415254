use std::time::Duration;

use tokio::task::JoinHandle;

use crate::status::{Board, Status};

pub struct Node {
    board: Board,
    task: JoinHandle<()>,
}

async fn mount(delay: Duration) -> Result<(), String> {
    if delay.is_zero() {
        return Err("no such volume".to_owned());
    }
    tokio::time::sleep(delay).await;
    Ok(())
}

async fn start(board: &Board, volumes: Vec<Duration>) -> Result<(), String> {
    for volume in volumes {
        mount(volume).await?;
    }
    board.post(Status::Ready);
    Ok(())
}

impl Node {
    pub fn launch(volumes: Vec<Duration>) -> Self {
        let board = Board::new();
        let task = {
            let board = board.clone();
            tokio::spawn(async move {
                if let Err(why) = start(&board, volumes).await {
                    eprintln!("start: {why}");
                    board.post(Status::Failed(why));
                }
            })
        };
        Node { board, task }
    }

    pub fn status(&self) -> Status {
        self.board.status.borrow().clone()
    }

    pub async fn ready(&self) -> Result<(), String> {
        let mut watcher = self.board.status.subscribe();
        let seen = watcher.wait_for(|status| *status != Status::Starting).await;
        match seen.map(|status| status.clone()) {
            Ok(Status::Failed(why)) => Err(why),
            Ok(_) => Ok(()),
            Err(_) => Err("node is gone".to_owned()),
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.task.abort();
    }
}
