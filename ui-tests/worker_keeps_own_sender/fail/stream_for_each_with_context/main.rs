//@ expect: worker_keeps_own_sender
//@ effect: hang

mod context;

use context::Context;

#[tokio::main]
async fn main() {
    let (context, worker) = Context::start("build");
    for (target, depends) in [("app", vec!["lib"]), ("docs", vec![])] {
        context.request(target, depends);
    }
    drop(context);
    match worker.await {
        Ok(done) => println!("{done:?}"),
        Err(err) => eprintln!("{err}"),
    }
}
