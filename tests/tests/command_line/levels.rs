//! Levels of the command line, and findings that are accepted in the source.

use crate::{Folder, HANG, LOOP, RULE, Ran, hang_with};

fn levels(folder: &Folder, args: &[&str]) -> (Option<i32>, Vec<String>) {
    let ran: Ran = folder.lint(&[&["--message-format", "short"], args, &["hang.rs"]].concat());
    (ran.code, ran.short().into_iter().map(|(_, _, level)| level).collect())
}

#[test]
fn later_wins() {
    let folder = Folder::new(&[("hang.rs", HANG)]);
    let error = (Some(1), vec![format!("error[{RULE}]")]);
    let warning = (Some(0), vec![format!("warning[{RULE}]")]);
    let nothing = (Some(0), vec![]);
    for (args, wanted) in [
        (&[][..], &error),
        (&["-A", RULE], &nothing),
        (&["-A", "all"], &nothing),
        (&["-W", RULE], &warning),
        (&["-A", "all", "-D", RULE], &error),
        (&["-D", RULE, "-A", "all"], &nothing),
        (&["--cap-lints", "warn"], &warning),
    ] {
        assert_eq!(&levels(&folder, args), wanted, "{args:?}");
    }
    // The same finding, and yet the run fails.
    let (code, _) = levels(&folder, &["-W", RULE, "-D", "warnings"]);
    assert_eq!(code, Some(1));
}

#[test]
fn accepted_with_a_reason() {
    let above = hang_with(&format!("// must_abort: allow({RULE}): a signal ends it"));
    let behind = HANG.replace(LOOP, &format!("{} // must_abort: allow({RULE}): a signal ends it\n", LOOP.trim_end()));
    let attribute = HANG.replace("fn main", &format!("#[must_abort::allow_hang({RULE}, reason = \"a signal ends it\")]\nfn main"));
    let renamed = attribute.replace("#[must_abort::allow_hang", "use must_abort::allow_hang as fine;\n#[fine");
    let statement = hang_with(&format!("#[cfg_attr(any(), must_abort::allow_hang({RULE}, reason = \"a signal ends it\"))]"));
    for text in [&above, &behind, &attribute, &renamed, &statement] {
        assert_ne!(text, HANG);
        let folder = Folder::new(&[("hang.rs", text)]);
        assert_eq!(levels(&folder, &[]), (Some(0), vec![]), "{text}");
    }
}

#[test]
fn a_suppression_earns_its_place() {
    let no_reason = hang_with(&format!("// must_abort: allow({RULE})"));
    let folder = Folder::new(&[("hang.rs", &no_reason)]);
    let (_, found) = levels(&folder, &[]);
    assert!(found.contains(&"warning[unused_suppression]".to_owned()), "{found:?}");

    for useless in ["recv_while_sender_held", "no_such_rule"] {
        let text = format!("// must_abort: allow({useless}): in case\nfn main() {{}}\n");
        let folder = Folder::new(&[("hang.rs", &text)]);
        assert_eq!(levels(&folder, &[]), (Some(0), vec!["warning[unused_suppression]".to_owned()]), "{useless}");
    }
}
