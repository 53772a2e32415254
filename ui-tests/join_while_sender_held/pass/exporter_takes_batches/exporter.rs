use tokio::sync::mpsc;

pub enum Record {
    Counter { name: &'static str, by: u64 },
    Span { name: &'static str, micros: u128 },
}

/// Where batches go.
pub trait Backend: Send + 'static {
    fn write(&mut self, batch: &[Record]);
}

pub struct Batch {
    size: usize,
    counted: u64,
    slowest: Option<(&'static str, u128)>,
}

impl Batch {
    pub fn new(size: usize) -> Self {
        Batch { size, counted: 0, slowest: None }
    }

    pub fn size(&self) -> usize {
        self.size
    }
}

impl Backend for Batch {
    fn write(&mut self, batch: &[Record]) {
        for record in batch {
            match *record {
                Record::Counter { name, by } if name.starts_with("checkout") => self.counted += by,
                Record::Counter { .. } => {}
                Record::Span { name, micros } => {
                    if self.slowest.is_none_or(|(_, slowest)| slowest < micros) {
                        self.slowest = Some((name, micros));
                    }
                }
            }
        }
    }
}

pub async fn export<B: Backend>(mut queue: mpsc::Receiver<Record>, mut backend: B, size: usize) -> u64 {
    let mut batch = Vec::with_capacity(size);
    let mut exported = 0;
    loop {
        let n = queue.recv_many(&mut batch, size).await;
        if n == 0 {
            break;
        }
        exported += n as u64;
        backend.write(&batch);
        batch.clear();
    }
    exported
}
