pub enum Outcome {
    Passed,
    Failed(String),
}

#[derive(Default)]
pub struct Conclusion {
    pub passed: usize,
    pub failed: Vec<(String, String)>,
}

impl Conclusion {
    pub fn handle(&mut self, name: String, outcome: Outcome) {
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::Failed(why) => self.failed.push((name, why)),
        }
    }
}
