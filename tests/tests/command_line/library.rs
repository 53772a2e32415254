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
