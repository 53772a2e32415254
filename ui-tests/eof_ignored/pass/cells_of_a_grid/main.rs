//@ expect: none
//@ effect: none

//! A screen is painted cell by cell: a cell that is not there is left out, and the loops over columns and rows come to their end.

mod grid;

use grid::Grid;

#[derive(Clone, Default)]
struct Cell {
    glyph: char,
    bold: bool,
}

fn main() {
    let mut grid = Grid::new(8, 3);
    grid.fill(10, 4, '#');
    grid.underline([0, 5], 10);
    let bold = grid.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.bold).count();
    println!("{} {bold}", grid.used);
}
