fn shape_disjoint_capture_by_move() {
    let p = pair();
    let f = || consume(p.a);
    f();
    log("after", "closure");
    p.b.touch();
}

fn shape_disjoint_capture_by_move_keyword() {
    let p = pair();
    {
        let f = move || p.b.touch();
        log("made", "closure");
    }
    log("after", "block");
    p.a.touch();
}

fn shape_disjoint_captures_in_order_of_declaration() {
    let p = pair();
    let q = Noisy::new("q");
    {
        let f = move || {
            q.touch();
            p.b.touch();
            p.a.touch();
        };
    }
    log("after", "block");
}

fn shape_disjoint_capture_of_a_tuple() {
    let t = (Noisy::new("t0"), Noisy::new("t1"));
    let f = || {
        let x = t.1;
        log("in", "closure");
    };
    f();
    log("after", "closure");
}

fn shape_capture_widens_to_the_whole() {
    let p = pair();
    {
        let f = move || {
            p.a.touch();
            let whole = &p;
            log("in", "closure");
        };
        f();
    }
    log("after", "block");
}

fn shape_capture_through_a_box() {
    let p = Box::new(pair());
    let f = || consume(p.a);
    f();
    log("after", "closure");
}

fn shape_coroutine_captures_disjoint_fields() {
    let p = pair();
    poll_times(
        async {
            consume(p.a);
            Later(false).await;
        },
        1,
    );
    log("after", "run");
    p.b.touch();
}
