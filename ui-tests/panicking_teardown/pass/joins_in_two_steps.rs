//@ expect: none
//@ effect: none
//! A scope over a pool: its drop waits for a word of each worker, and only who has spoken is told to go on. That a worker has panicked is said
//! by a panic of its own, when all others stand still.

use std::sync::mpsc::{Receiver, RecvError, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

enum Message {
    Run(Job),
    Meet,
}

struct Member {
    jobs: Sender<Message>,
    here: Receiver<()>,
    go_on: SyncSender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Member {
    fn new() -> Self {
        let (jobs, messages) = channel();
        let (arrived, here) = sync_channel(0);
        let (go_on, gate) = sync_channel(0);
        let thread = thread::spawn(move || {
            for message in messages {
                match message {
                    Message::Run(job) => job(),
                    Message::Meet => {
                        if arrived.send(()).is_err() || gate.recv().is_err() {
                            break;
                        }
                    }
                }
            }
        });
        Self { jobs, here, go_on, thread: Some(thread) }
    }
}

struct Scope<'p> {
    members: &'p [Member],
}

impl Scope<'_> {
    fn run(&self, at: usize, job: impl FnOnce() + Send + 'static) {
        let _ = self.members[at % self.members.len()].jobs.send(Message::Run(Box::new(job)));
    }

    fn meet(&self) {
        for member in self.members {
            let _ = member.jobs.send(Message::Meet);
        }
        let mut lost = false;
        for member in self.members {
            if let Err(RecvError) = member.here.recv() {
                lost = true;
            }
        }
        if lost {
            panic!("a worker has panicked");
        }
        for member in self.members {
            member.go_on.send(()).unwrap();
        }
    }
}

impl Drop for Scope<'_> {
    fn drop(&mut self) {
        self.meet();
    }
}

fn main() {
    let members: Vec<Member> = (0..2).map(|_| Member::new()).collect();
    let scope = Scope { members: &members };
    for at in 0..4 {
        scope.run(at, move || println!("job {at}"));
    }
    drop(scope);
    for Member { jobs, here, go_on, thread } in members {
        drop((jobs, here, go_on));
        thread.map(JoinHandle::join);
    }
}
