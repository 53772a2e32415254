use std::collections::HashMap;
use std::sync::Arc;

use crate::renderer::Renderer;
use crate::tray::Tray;

struct Job {
    renderer: Renderer,
    tray: Arc<Tray>,
}

#[derive(Default)]
pub struct Spool {
    jobs: HashMap<&'static str, Job>,
}

impl Spool {
    pub fn submit(&mut self, document: &'static str, pages: u32) -> Arc<Tray> {
        let tray = Arc::new(Tray::default());
        let renderer = Renderer::start(document, pages, Arc::clone(&tray));
        self.jobs.insert(document, Job { renderer, tray: Arc::clone(&tray) });
        tray
    }

    pub fn cancel(&mut self, document: &str) {
        let Some(job) = self.jobs.remove(document) else { return };
        println!("{document}: {}", if Arc::strong_count(&job.tray) > 1 { "printing" } else { "waiting" });
        let rendered = job.renderer.cancel();
        job.tray.close();
        println!("{document}: some rendered: {}", rendered.is_some_and(|count| count > 0));
    }
}
