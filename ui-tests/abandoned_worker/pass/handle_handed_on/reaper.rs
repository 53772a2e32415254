use tokio::task::JoinHandle;

struct Late {
    file: &'static str,
    task: JoinHandle<String>,
}

#[derive(Default)]
pub struct Reaper {
    late: Vec<Late>,
}

impl Reaper {
    pub fn adopt(&mut self, file: &'static str, task: JoinHandle<String>) {
        self.late.push(Late { file, task });
    }

    pub async fn finish(self) -> usize {
        let mut count = 0;
        for Late { file, task } in self.late {
            match task.await {
                Ok(name) => println!("{name}, late"),
                Err(err) => eprintln!("{file}: {err}"),
            }
            count += 1;
        }
        count
    }
}
