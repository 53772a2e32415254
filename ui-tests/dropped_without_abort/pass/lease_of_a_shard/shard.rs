#[derive(Debug)]
pub struct Shard {
    name: &'static str,
    columns: Vec<&'static str>,
}

impl Shard {
    pub fn new(name: &'static str) -> Shard {
        Shard { name, columns: vec!["id"] }
    }

    pub fn name(&self) -> &'static str {
        self.name
    }

    pub fn add(&mut self, column: &'static str) {
        self.columns.push(column);
    }

    pub fn rename(&mut self, from: &str, to: &'static str) -> Result<(), String> {
        match self.columns.iter_mut().find(|column| **column == from) {
            Some(column) => {
                *column = to;
                Ok(())
            }
            None => Err(format!("no column {from}")),
        }
    }
}
