//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use tokio::time;

struct Draft {
    text: String,
}

struct Editor {
    keys: Sender<char>,
    typist: JoinHandle<Draft>,
    autosave: JoinHandle<()>,
}

async fn write(mut keys: Receiver<char>) -> Draft {
    let mut text = String::new();
    while let Some(key) = keys.recv().await {
        text.push(key);
    }
    Draft { text }
}

async fn autosave(period: Duration) {
    loop {
        time::sleep(period).await;
        println!("saved");
    }
}

impl Editor {
    fn open() -> Editor {
        let (keys, inbox) = mpsc::channel(8);
        Editor { keys, typist: tokio::spawn(write(inbox)), autosave: tokio::spawn(autosave(Duration::from_secs(1))) }
    }

    async fn close(self) -> Option<Draft> {
        let Editor { keys, typist, autosave } = self;
        drop(keys);
        let draft = typist.await;
        autosave.abort();
        match autosave.await {
            Err(err) if err.is_cancelled() => {}
            ended => eprintln!("autosave: {ended:?}"),
        }
        draft.ok()
    }
}

#[tokio::main]
async fn main() {
    let editor = Editor::open();
    for key in "hello".chars() {
        if editor.keys.send(key).await.is_err() {
            break;
        }
    }
    println!("{:?}", editor.close().await.map(|draft| draft.text));
}
