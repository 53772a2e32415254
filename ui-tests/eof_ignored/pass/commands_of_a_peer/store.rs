use std::collections::HashMap;

#[derive(Default)]
pub struct Store {
    values: HashMap<String, String>,
}

impl Store {
    pub fn set(&mut self, key: String, value: String) {
        self.values.insert(key, value);
    }

    pub fn get(&self, key: &str) -> &str {
        self.values.get(key).map_or("-", String::as_str)
    }
}
