//! Types that the configuration names as ends of channels or handles of workers: as if they had the attribute.

use crate::base::Name;
use crate::config::{ChannelType, Config, WorkerType};
use crate::ir::{EndRole, OnDrop, Program, TypeRole, WorkerKind};

/// Gives the named types their roles; what names no type is said.
pub fn apply(program: &mut Program, configs: &[Config], notes: &mut Vec<String>) {
    for config in configs {
        let channels = config.channels.iter().map(|(path, channel)| (path, end(channel)));
        let workers = config.workers.iter().map(|(path, worker)| (path, handle(worker)));
        for (path, role) in channels.chain(workers) {
            let mut found = false;
            for at in program.adts.indices() {
                let Some(def) = program.adts.get_mut(at).filter(|def| def.path == *path) else { continue };
                def.role = Some(role.clone());
                found = true;
            }
            if !found {
                notes.push(format!("{}: no type has the path `{path}`", config.origin.display()));
            }
        }
    }
}

fn end(channel: &ChannelType) -> TypeRole {
    TypeRole::End {
        aborts: channel.aborts.iter().map(|name| Name::new(name)).collect(),
        on_drop: match channel.on_drop.as_deref() {
            Some("eof") => OnDrop::Eof,
            Some("abort") => OnDrop::Abort,
            _ => OnDrop::Silent,
        },
        role: match channel.role.as_deref() {
            Some("sender") => EndRole::Sender,
            Some("receiver") => EndRole::Receiver,
            Some("weak") => EndRole::Weak,
            _ => EndRole::Both,
        },
        stub: false,
    }
}

fn handle(worker: &WorkerType) -> TypeRole {
    TypeRole::Worker {
        kind: match worker.kind.as_str() {
            "task" => WorkerKind::Task,
            "blocking" => WorkerKind::Blocking,
            "scoped" => WorkerKind::Scoped,
            "process" => WorkerKind::Process,
            _ => WorkerKind::Thread,
        },
        on_drop: match worker.on_drop.as_deref() {
            Some("abort") => OnDrop::Abort,
            Some("join") => OnDrop::Join,
            Some("kill") => OnDrop::Kill,
            _ => OnDrop::Detach,
        },
    }
}
