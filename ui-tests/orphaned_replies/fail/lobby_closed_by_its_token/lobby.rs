use std::collections::HashMap;
use std::sync::Arc;

use futures::channel::mpsc::UnboundedReceiver;
use futures::StreamExt;
use tokio::sync::{oneshot, Mutex};
use tokio_util::sync::CancellationToken;

use crate::matcher::{Found, Matcher};

type Seats = HashMap<String, oneshot::Sender<u32>>;

struct Shared {
    seats: Mutex<Seats>,
}

#[derive(Clone)]
pub struct Lobby {
    shared: Arc<Shared>,
    matcher: Matcher,
}

impl Shared {
    async fn seat(&self, found: Found) {
        let mut seats = self.seats.lock().await;
        for player in found.players {
            if let Some(seat) = seats.remove(&player) {
                let _ = seat.send(found.table);
            }
        }
    }

    async fn dispatch(self: Arc<Self>, mut found: UnboundedReceiver<Found>, stop: CancellationToken) {
        loop { //~ orphaned_replies
            tokio::select! {
                () = stop.cancelled() => break,
                next = found.next() => match next {
                    Some(next) => self.seat(next).await,
                    None => break,
                },
            }
        }
    }
}

impl Lobby {
    pub fn open(matcher: Matcher, found: UnboundedReceiver<Found>, stop: CancellationToken) -> Lobby {
        let shared = Arc::new(Shared { seats: Mutex::default() });
        tokio::spawn(Arc::clone(&shared).dispatch(found, stop));
        Lobby { shared, matcher }
    }

    pub async fn find_match(mut self, player: &str) -> Option<u32> {
        let (seat, table) = oneshot::channel();
        self.shared.seats.lock().await.insert(player.to_owned(), seat);
        self.matcher.enqueue(player).await.ok()?;
        table.await.ok()
    }
}
