//@ expect: none
//@ effect: none

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex};
use std::thread;

use flume::Sender;

struct Tile {
    row: usize,
    col: usize,
}

struct Canvas {
    lit: Mutex<Vec<(usize, usize)>>,
}

fn shade(tile: &Tile) -> bool {
    (tile.row * 31 + tile.col * 17) % 3 == 0
}

fn feed(rows: usize, cols: usize, tiles: &Sender<Tile>) {
    for row in 0..rows {
        for col in 0..cols {
            if tiles.send(Tile { row, col }).is_err() {
                return;
            }
        }
    }
}

fn render(rows: usize, cols: usize, threads: NonZeroUsize) -> Arc<Canvas> {
    let canvas = Arc::new(Canvas { lit: Mutex::default() });
    let (tiles, queue) = flume::bounded::<Tile>(rows * cols);
    let painters: Vec<_> = (0..threads.get())
        .map(|_| {
            let (queue, canvas) = (queue.clone(), Arc::clone(&canvas));
            thread::spawn(move || {
                let mut painted = 0;
                for tile in queue.iter() {
                    if shade(&tile) {
                        canvas.lit.lock().unwrap().push((tile.row, tile.col));
                    }
                    painted += 1;
                }
                painted
            })
        })
        .collect();
    feed(rows, cols, &tiles);
    drop(tiles);
    let painted: usize = painters
        .into_iter()
        .map(|painter| painter.join().expect("painter panicked"))
        .sum();
    println!("{painted} tiles painted");
    canvas
}

fn main() {
    let canvas = render(6, 8, NonZeroUsize::new(3).unwrap());
    println!("{} lit", canvas.lit.lock().unwrap().len());
}
