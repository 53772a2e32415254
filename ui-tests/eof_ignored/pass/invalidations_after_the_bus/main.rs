//@ expect: none
//@ effect: none

mod cache;
mod service;

use std::sync::Arc;

use tokio::sync::broadcast;

use cache::Cache;
use service::Service;

#[tokio::main]
async fn main() {
    let (bus, inbox) = broadcast::channel(16);
    let cache = Arc::new(Cache::default());
    let listener = tokio::spawn(cache.clone().listen(inbox));
    let service = Service { cache, bus };
    service.put("a", 1);
    service.put("b", 2);
    drop(service);
    listener.await.unwrap();
}
