use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use tokio::task::JoinHandle;

pub struct Target {
    name: String,
    depends: Vec<&'static str>,
}

#[derive(Clone)]
pub struct Context {
    label: &'static str,
    requests: UnboundedSender<Target>,
}

impl Context {
    pub fn start(label: &'static str) -> (Context, JoinHandle<Vec<String>>) {
        let (requests, inbox) = unbounded();
        let context = Context { label, requests };
        let worker = tokio::spawn(context.clone().work(inbox));
        (context, worker)
    }

    pub fn request(&self, name: &str, depends: Vec<&'static str>) {
        let name = name.to_owned();
        let target = Target { name, depends };
        if self.requests.unbounded_send(target).is_err() {
            eprintln!("{}: closed", self.label);
        }
    }

    async fn work(self, mut inbox: UnboundedReceiver<Target>) -> Vec<String> {
        let Context { label, requests } = self;
        drop(requests);
        let mut done = Vec::new();
        while let Some(target) = inbox.next().await {
            for dependency in target.depends {
                done.push(format!("{label}:{dependency}"));
            }
            done.push(format!("{label}:{}", target.name));
        }
        done
    }
}
