use tokio::sync::mpsc;
use tokio::task::JoinHandle;

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    id: u64,
    city: String,
}

pub struct Scan {
    rows: mpsc::Receiver<Row>,
    reader: JoinHandle<u64>,
}

pub fn scan(table: &'static [&'static str], copies: u64) -> Scan {
    let (out, rows) = mpsc::channel(4);
    let reader = tokio::spawn(async move {
        let mut sent = 0;
        for copy in 0..copies {
            for (at, city) in table.iter().enumerate() {
                let row = Row {
                    id: copy * 100 + at as u64,
                    city: (*city).to_owned(),
                };
                if out.send(row).await.is_err() {
                    return sent;
                }
                sent += 1;
            }
        }
        sent
    });
    Scan { rows, reader }
}

impl Scan {
    pub async fn limit(mut self, most: usize) -> (Vec<Row>, u64) {
        let mut page = Vec::with_capacity(most);
        while page.len() < most {
            match self.rows.recv().await {
                Some(row) => page.push(row),
                None => break,
            }
        }
        let read = match self.reader.await { //~ join_while_receiver_held
            Ok(read) => read,
            Err(err) => {
                eprintln!("scan failed: {err}");
                0
            }
        };
        (page, read)
    }
}
