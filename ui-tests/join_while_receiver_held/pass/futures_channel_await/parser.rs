use futures::channel::mpsc::{self, Receiver, Sender};
use futures::{SinkExt, StreamExt};
use tokio::task::JoinHandle;

use crate::json::Json;

pub struct Parser {
    values: Receiver<Json>,
    task: JoinHandle<usize>,
}

fn value(word: &str) -> Json {
    match (word, word.parse()) {
        ("null", _) => Json::Null,
        (_, Ok(number)) => Json::Number(number),
        (text, Err(_)) => Json::Text(text.to_owned()),
    }
}

async fn parse(text: String, mut values: Sender<Json>) -> usize {
    let mut parsed = 0;
    for word in text.split(',') {
        if values.send(value(word.trim())).await.is_err() {
            break;
        }
        parsed += 1;
    }
    parsed
}

impl Parser {
    pub fn start(text: &str) -> Parser {
        let (sender, values) = mpsc::channel(0);
        let task = tokio::spawn(parse(text.to_owned(), sender));
        Parser { values, task }
    }

    pub async fn expect(mut self, wanted: Json) -> Result<usize, usize> {
        let mut position = 0;
        let mut found = false;
        while let Some(value) = self.values.next().await {
            position += 1;
            if value == wanted {
                found = true;
                break;
            }
        }
        self.values.close();
        let parsed = self.task.await;
        println!("parsed {:?}", parsed.map_or(0, |parsed| parsed.min(3)));
        if found { Ok(position) } else { Err(position) }
    }
}
