//@ expect: worker_keeps_own_sender
//@ effect: hang

mod fetch;
mod frontier;
mod mirror;
mod site;

use mirror::Mirror;
use site::Site;

fn main() {
    let site = Site::new(&[("/", &["/news", "/about"]), ("/news", &["/about"]), ("/about", &[])]);
    let mirror = Mirror::start(site);
    mirror.add("/");
    mirror.add("/imprint");
    let copied = mirror.finish();
    println!("{copied} pages");
}
