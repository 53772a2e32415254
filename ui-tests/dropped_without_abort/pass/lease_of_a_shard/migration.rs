use crate::lease::Leases;
use crate::shard::Shard;

#[derive(Clone, Copy, Debug)]
pub enum Step {
    AddColumn(&'static str),
    Rename(&'static str, &'static str),
}

pub struct Migration<'m> {
    leases: &'m Leases,
    steps: &'m [Step],
}

impl<'m> Migration<'m> {
    pub fn new(leases: &'m Leases, steps: &'m [Step]) -> Migration<'m> {
        Migration { leases, steps }
    }

    pub fn run(&self, shard: &mut Shard) -> Result<usize, String> {
        let lease = self.leases.take().ok_or("all leases are out")?;
        if self.steps.is_empty() {
            lease.revoke("nothing to do");
            return Ok(0);
        }
        let mut done = 0;
        for step in self.steps {
            match *step {
                Step::AddColumn(name) => shard.add(name),
                Step::Rename(from, to) => {
                    if let Err(what) = shard.rename(from, to) {
                        lease.revoke(&what);
                        return Err(what);
                    }
                }
            }
            done += 1;
        }
        lease.release();
        Ok(done)
    }
}
