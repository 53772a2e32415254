//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, oneshot};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Default)]
struct Session {
    user: Option<String>,
    renewals: u32,
}

#[derive(Clone, Default)]
struct Auth {
    session: Arc<Mutex<Session>>,
}

impl Auth {
    fn renew(&self, user: &'static str, done: oneshot::Sender<u32>) -> JoinHandle<()> {
        let session = Arc::clone(&self.session);
        tokio::spawn(async move {
            time::sleep(Duration::from_millis(5)).await;
            let mut session = session.lock().await;
            session.user = Some(user.to_owned());
            session.renewals += 1;
            let _ = done.send(session.renewals);
        })
    }

    async fn login(&self, user: &'static str) -> Option<u32> {
        let (done, renewed) = oneshot::channel();
        let mut session = self.session.lock().await;
        session.user = None;
        let renewing = self.renew(user, done);
        drop(session);
        let count = renewed.await.ok()?;
        renewing.await.ok()?;
        Some(count)
    }

    async fn whoami(&self) -> String {
        let session = self.session.lock().await;
        session.user.clone().unwrap_or_else(|| "nobody".to_owned())
    }
}

#[tokio::main]
async fn main() {
    let auth = Auth::default();
    println!("{}", auth.whoami().await);
    for user in ["ann", "bob"] {
        println!("{:?}", auth.login(user).await);
        println!("{}", auth.whoami().await);
    }
}
