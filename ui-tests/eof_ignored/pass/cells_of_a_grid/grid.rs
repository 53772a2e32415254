use std::collections::VecDeque;

use crate::Cell;

pub struct Row {
    pub cells: Vec<Cell>,
    wrapped: bool,
}

impl Row {
    fn get_mut(&mut self, col: u16) -> Option<&mut Cell> {
        self.wrapped = false;
        self.cells.get_mut(usize::from(col))
    }
}

pub struct Grid {
    pub rows: VecDeque<Row>,
    scrollback: usize,
    pub used: u16,
}

impl Grid {
    pub fn new(width: usize, height: usize) -> Self {
        let row = || Row { cells: vec![Cell::default(); width], wrapped: false };
        Grid { rows: (0..height).map(|_| row()).collect(), scrollback: 0, used: 0 }
    }

    fn visible_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        let first = self.scrollback;
        self.rows.iter_mut().skip(first)
    }

    fn row_mut(&mut self, row: u16) -> Option<&mut Row> {
        self.visible_mut().nth(usize::from(row))
    }

    fn cell_mut(&mut self, row: u16, col: u16) -> Option<&mut Cell> {
        self.used = self.used.max(row + 1);
        self.row_mut(row).and_then(|row| row.get_mut(col))
    }

    pub fn fill(&mut self, width: u16, height: u16, glyph: char) {
        for row in 0..height {
            for col in 0..width {
                if let Some(cell) = self.cell_mut(row, col) {
                    cell.glyph = glyph;
                }
            }
        }
    }

    pub fn underline(&mut self, rows: [u16; 2], width: u16) {
        for row in rows {
            for col in 1..width - 1 {
                let Some(cell) = self.cell_mut(row, col) else {
                    continue;
                };
                cell.bold = true;
            }
        }
    }
}
