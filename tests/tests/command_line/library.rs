//! Libraries: what is done with a value is their users' affair, as far as the library lets them.

use crate::Folder;

const MANIFEST: &str = "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n";
const RUNNER: &str = include_str!("../../../ui-tests/abandoned_worker/pass/looked_at_by_its_users/runner.rs");

#[test]
fn users_wait_for_a_child_that_they_look_at() {
    let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", RUNNER)]);
    let ran = folder.lint(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
}

/// Where something is said to be wrong in a fixture's module that is a library by itself.
fn said(source: &str) -> Vec<String> {
    let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", source)]);
    let ran = folder.lint(&["--message-format", "short"]);
    let place = |line: &str| line.split_once(": error").map(|(place, _)| place.to_owned());
    ran.out.lines().filter_map(place).collect()
}

#[test]
fn a_method_that_users_call_holds_what_its_value_holds() {
    let held = said(include_str!("../../../ui-tests/join_while_sender_held/fail/pool_shut_down_by_reference/pool.rs"));
    assert_eq!(held, ["src/lib.rs:45:13"]);
    assert_eq!(said(include_str!("../../../ui-tests/join_while_sender_held/pass/pool_takes_its_sender_first/pool.rs")), [""; 0]);
}

#[test]
fn a_value_may_be_made_behind_an_arc() {
    let held = said(include_str!("../../../ui-tests/join_while_sender_held/fail/spooler_behind_an_arc/spooler.rs"));
    assert_eq!(held, ["src/lib.rs:42:25"]);
    assert_eq!(said(include_str!("../../../ui-tests/join_while_sender_held/pass/spooler_behind_an_arc_closes/spooler.rs")), [""; 0]);
}

#[test]
fn users_call_other_methods_before() {
    assert_eq!(said(include_str!("../../../ui-tests/join_while_sender_held/pass/pool_closed_and_then_joined/pool.rs")), [""; 0]);
}

#[test]
fn what_a_method_hands_out_outlives_the_value() {
    let kept = said(include_str!("../../../ui-tests/recv_while_sender_held/fail/subscription_outlives_its_bus/bus.rs"));
    assert_eq!(kept, ["src/lib.rs:48:9"]);
    assert_eq!(said(include_str!("../../../ui-tests/recv_while_sender_held/pass/bus_clears_its_subscriptions/bus.rs")), [""; 0]);
}

#[test]
fn the_value_that_hands_it_out_may_be_one_that_users_cannot_name() {
    let hidden = |source: &str| {
        let source =
            source.replace("pub struct Bus", "struct Bus").replace("pub fn watch", "fn watch").replace("pub fn publish", "fn publish");
        let store = "
/// A store that tells of its changes.
pub struct Store {
    bus: Arc<Bus>,
    rows: BTreeMap<String, String>,
}

impl Store {
    pub(crate) fn on(bus: &Arc<Bus>) -> Self {
        Self { bus: Arc::clone(bus), rows: BTreeMap::new() }
    }

    /// Watches a prefix.
    pub fn changes(&self, prefix: &str) -> Changes {
        self.bus.watch(prefix)
    }

    /// Sets a value.
    pub fn set(&mut self, key: &str, value: &str) {
        self.rows.insert(key.to_owned(), value.to_owned());
        self.bus.publish(key, value);
    }
}
";
        source + store
    };
    let kept = said(&hidden(include_str!("../../../ui-tests/recv_while_sender_held/fail/subscription_outlives_its_bus/bus.rs")));
    assert_eq!(kept, ["src/lib.rs:48:9"]);
    let cleared = include_str!("../../../ui-tests/recv_while_sender_held/pass/bus_clears_its_subscriptions/bus.rs");
    assert_eq!(said(&hidden(cleared)), [""; 0]);
}
