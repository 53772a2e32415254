//@ expect: lossy_abort
//@ effect: lost

use std::process::ExitCode;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time;

enum Command {
    Render(u32),
    Stop,
}

struct Renderer {
    commands: mpsc::Sender<Command>,
    task: JoinHandle<u32>,
}

impl Renderer {
    fn new() -> Renderer {
        let (commands, mut queue) = mpsc::channel(2);
        let task = tokio::spawn(async move {
            let mut rendered = 0;
            while let Some(command) = queue.recv().await {
                match command {
                    Command::Render(page) => {
                        time::sleep(Duration::from_millis(20)).await;
                        rendered = page;
                    }
                    Command::Stop => break,
                }
            }
            rendered
        });
        Renderer { commands, task }
    }

    fn render(&self, page: u32) -> bool {
        self.commands.try_send(Command::Render(page)).is_ok()
    }

    fn stop(&self) {
        let _ = self.commands.try_send(Command::Stop); //~ lossy_abort
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut renderer = Renderer::new();
    let mut page = 0;
    while renderer.render(page) {
        page += 1;
    }
    renderer.stop();
    let ended = time::timeout(Duration::from_millis(500), &mut renderer.task).await;
    match ended {
        Ok(last) => {
            println!("last page: {:?}", last.is_ok());
            ExitCode::SUCCESS
        }
        Err(_) => {
            renderer.task.abort();
            ExitCode::from(3)
        }
    }
}
