use std::sync::mpsc::Receiver;

use crate::frontier::Frontier;
use crate::site::Site;

pub fn fetch_all(site: &Site, todo: Receiver<&'static str>, mut frontier: Frontier) -> usize {
    let mut copied = 0;
    for path in todo { //~ worker_keeps_own_sender
        let Some(links) = site.links(path) else {
            eprintln!("{path}: not found");
            continue;
        };
        for link in links {
            frontier.add(link);
        }
        copied += 1;
    }
    copied
}
