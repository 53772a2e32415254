//@ expect: accept_without_liveness
//@ effect: hang

mod plugin;

use plugin::Plugin;

#[tokio::main]
async fn main() {
    for name in ["true", "false"] {
        match Plugin::load(name).await {
            Ok(plugin) => println!("{name}: {}", plugin.greeting().await),
            Err(err) => println!("{name}: {err}"),
        }
    }
}
