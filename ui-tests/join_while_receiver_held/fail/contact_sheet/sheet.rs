use crate::picture::Thumbnail;
use crate::pipeline::Pipeline;

/// The first thumbnails that fit on a page.
pub struct Sheet {
    thumbnails: Vec<Thumbnail>,
}

impl Sheet {
    pub fn fill(pipeline: &Pipeline, room: usize) -> Sheet {
        let mut thumbnails = Vec::new();
        while thumbnails.len() < room {
            let Ok(thumbnail) = pipeline.thumbnails.recv() else { break };
            if !thumbnail.name.is_empty() {
                thumbnails.push(thumbnail);
            }
        }
        Sheet { thumbnails }
    }

    pub fn len(&self) -> usize {
        self.thumbnails.len()
    }

    pub fn width(&self) -> u32 {
        self.thumbnails.iter().map(|thumbnail| thumbnail.width).sum()
    }
}
