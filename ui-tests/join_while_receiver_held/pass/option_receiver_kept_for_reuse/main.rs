//@ expect: none
//@ effect: none

mod gallery;

use gallery::Gallery;

#[tokio::main]
async fn main() {
    let mut gallery = Gallery::default();
    gallery.open("holiday");
    if let Some(photo) = gallery.first().await {
        println!("{} has {} bytes", photo.name, photo.size);
    }
    println!("some loaded: {}", gallery.close().await > 0);
}
