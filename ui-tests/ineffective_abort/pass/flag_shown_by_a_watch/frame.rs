#[derive(Default)]
pub struct Splitter {
    delimiter: u8,
    partial: Vec<u8>,
}

impl Splitter {
    pub fn new(delimiter: u8) -> Self {
        Splitter { delimiter, partial: Vec::new() }
    }

    /// How many frames became complete.
    pub fn feed(&mut self, bytes: &[u8]) -> usize {
        let mut complete = 0;
        for &byte in bytes {
            if byte == self.delimiter {
                complete += 1;
                self.partial.clear();
            } else {
                self.partial.push(byte);
            }
        }
        complete
    }
}
