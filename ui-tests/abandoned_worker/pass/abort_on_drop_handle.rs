//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::time;
use tokio_util::task::AbortOnDropHandle;

#[derive(Default)]
struct Link {
    open: AtomicUsize,
}

struct Using(Arc<Link>);

impl Using {
    fn new(link: &Arc<Link>) -> Self {
        link.open.fetch_add(1, Ordering::Relaxed);
        Using(Arc::clone(link))
    }
}

impl Drop for Using {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}

async fn ping(using: Using, delay: Duration) -> usize {
    time::sleep(delay).await;
    using.0.open.load(Ordering::Relaxed)
}

async fn probe(link: &Arc<Link>, delay: Duration) -> Option<usize> {
    let task = AbortOnDropHandle::new(tokio::spawn(ping(Using::new(link), delay)));
    match time::timeout(Duration::from_millis(40), task).await {
        Ok(Ok(open)) => Some(open),
        Ok(Err(err)) => {
            eprintln!("ping: {err}");
            None
        }
        Err(late) => {
            println!("ping: {late}");
            None
        }
    }
}

#[tokio::main]
async fn main() {
    let link = Arc::new(Link::default());
    println!("{:?}", probe(&link, Duration::from_millis(2)).await);
    println!("{:?}", probe(&link, Duration::from_secs(60)).await);
    time::sleep(Duration::from_millis(40)).await;
    println!("{} open", link.open.load(Ordering::Relaxed));
}
