fn shape_for_over_a_vec() {
    for n in vec![Noisy::new("a"), Noisy::new("b"), Noisy::new("c")] {
        log("round", n.0);
        if n.0 == "b" {
            break;
        }
    }
    log("after", "loop");
}

fn shape_for_over_references() {
    let v = vec![Noisy::new("a"), Noisy::new("b")];
    for n in &v {
        log("round", n.0);
    }
    log("after", "loop");
}

fn shape_vec_macro() {
    let v = vec![Noisy::new("a"), Noisy::new("b")];
    log("after", "let");
}
