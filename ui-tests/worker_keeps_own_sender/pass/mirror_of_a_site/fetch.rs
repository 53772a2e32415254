use std::sync::mpsc::Receiver;

use crate::frontier::{Frontier, Visit};
use crate::site::Site;

pub fn fetch_all(site: &Site, todo: Receiver<Visit>, mut frontier: Frontier) -> usize {
    let mut copied = 0;
    while let Ok(Visit::Page(path)) = todo.recv() {
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
