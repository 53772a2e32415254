fn shape_let_chain() {
    if let Some(a) = some("a")
        && a.yes()
        && let Some(b) = Noisy::new("temp").maybe()
    {
        log("in", "then");
    } else {
        log("in", "else");
    }
    log("after", "if");
}

fn shape_let_chain_that_fails_late() {
    if let Some(a) = some("a")
        && let Some(b) = Noisy::new("temp").nothing()
    {
        log("in", "then");
    } else {
        log("in", "else");
    }
    log("after", "if");
}

fn shape_let_chain_keeps_its_temporaries() {
    if let Some(n) = Noisy::new("first").maybe()
        && n.yes()
        && Noisy::new("plain").yes()
        && let Some(m) = Noisy::new("second").nothing()
    {
        log("never", m.0);
    } else {
        log("in", "else");
    }
    log("after", "if");
}
