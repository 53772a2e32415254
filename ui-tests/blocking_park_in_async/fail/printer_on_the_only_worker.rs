//@ expect: blocking_park_in_async
//@ effect: hang

use std::sync::mpsc::{channel, Receiver, Sender};

use tokio::runtime::Builder;

struct Page {
    number: u32,
    text: String,
}

async fn author(pages: Sender<Page>) {
    for number in 1..=3 {
        tokio::task::yield_now().await;
        let text = "lorem ".repeat(number as usize);
        if pages.send(Page { number, text }).is_err() {
            return;
        }
    }
}

async fn printer(pages: Receiver<Page>) -> usize {
    let mut letters = 0;
    loop {
        match pages.recv() { //~ blocking_park_in_async
            Ok(page) => {
                println!("page {}", page.number);
                letters += page.text.len();
            }
            Err(_) => return letters,
        }
    }
}

fn main() -> std::io::Result<()> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let (pages, stack) = channel();
    runtime.block_on(async {
        let printing = tokio::spawn(printer(stack));
        let writing = tokio::spawn(author(pages));
        let _ = writing.await;
        println!("{:?} letters", printing.await.ok());
    });
    Ok(())
}
