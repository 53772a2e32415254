fn tail_temporary() -> &'static str {
    let a = Noisy::new("a");
    borrow(&Noisy::new("temp"))
}

fn shape_tail_expression_temporary() {
    tail_temporary();
    log("after", "call");
}

fn shape_tail_of_a_block() {
    let v = {
        let a = Noisy::new("a");
        borrow(&Noisy::new("temp"))
    };
    log("after", "block");
}

fn shape_if_let_scrutinee_temporary_in_else() {
    if let Some(n) = Noisy::new("temp").nothing() {
        log("in", "then");
    } else {
        log("in", "else");
    }
    log("after", "if");
}

fn shape_if_let_scrutinee_temporary_in_then() {
    if let Some(n) = Noisy::new("temp").maybe() {
        log("in", n.0);
    } else {
        log("in", "else");
    }
    log("after", "if");
}

fn shape_if_let_chain_of_else_if() {
    if let Some(n) = Noisy::new("first").nothing() {
        log("in", "first");
    } else if let Some(n) = Noisy::new("second").maybe() {
        log("in", "second");
    } else {
        log("in", "else");
    }
    log("after", "if");
}

fn shape_if_let_as_tail() {
    let v = {
        let a = Noisy::new("a");
        if let Some(n) = Noisy::new("temp").nothing() { 1 } else { 2 }
    };
    log("after", "block");
}

fn shape_match_as_tail() {
    let v = {
        let a = Noisy::new("a");
        match Noisy::new("temp").inner() {
            _ => 1,
        }
    };
    log("after", "block");
}

fn shape_while_let_scrutinee_temporary() {
    let mut n = 0;
    while let Some(found) = Noisy::new("temp").maybe() {
        log("in", "loop");
        n += 1;
        if n == 2 {
            break;
        }
    }
    log("after", "loop");
}
