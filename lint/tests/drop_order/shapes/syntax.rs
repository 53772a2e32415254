
// What the forms of syntax end, and when.

fn shape_extended_in_if_and_block() {
    let r = { &Noisy::new("block") };
    let s = Some(r.0);
    let t = (1, &Noisy::new("tuple"));
    let u = [&Noisy::new("array")];
    let p = &pair().b;
    log("after", "lets");
}

fn shape_extended_by_ref_pattern() {
    let ref r = Noisy::new("ref");
    let (ref a, ref b) = (Noisy::new("a"), Noisy::new("b"));
    log("after", "lets");
}

fn shape_extended_with_others_that_are_not() {
    let r = &Noisy(borrow(&Noisy::new("inner")));
    log("after", "let");
    let m = &mut Noisy::new("a").me().me();
    log("after", "let");
}

fn shape_assignment_evaluates_the_value_first() {
    let mut a = Noisy::new("a");
    *{
        log("place", "a");
        &mut a
    } = Noisy::new("value");
    log("after", "assignment");
}

fn shape_destructuring_assignment() {
    let mut a = Noisy::new("a");
    let mut b = Noisy::new("b");
    (a, b) = (Noisy::new("new a"), Noisy::new("new b"));
    log("after", "first");
    (b, _) = (Noisy::new("newer b"), Noisy::new("ignored"));
    log("after", "second");
    Pair { a, b } = pair();
    log("after", "third");
}

fn half_a_pair() {
    let p = Pair { a: Noisy::new("a"), b: return };
}

fn half_a_call(o: Option<Noisy>) -> Option<Noisy> {
    consume_two(Noisy::new("first").me(), o?);
    let array = [Noisy::new("x"), none()?, Noisy::new("z")];
    some("never")
}

fn shape_jump_out_of_a_half_made_value() {
    half_a_pair();
    log("then", "call");
    half_a_call(none());
    log("then", "array");
    half_a_call(some("second"));
}

fn shape_break_out_of_an_argument() {
    let v = loop {
        consume_two(Noisy::new("first"), break Noisy::new("second"));
    };
    log("after", "loop");
}

fn shape_continue_the_outer_loop() {
    let mut n = 0;
    'outer: while n < 2 {
        n += 1;
        let a = Noisy::new("a");
        loop {
            let b = Noisy::new("b");
            match n {
                1 => continue 'outer,
                _ => break,
            }
        }
        log("end", "of round");
    }
}

fn shape_or_pattern_that_binds() {
    let k = Kind::Two(Noisy::new("x"), Noisy::new("y"));
    match Some(k) {
        Some(Kind::One(n) | Kind::Two(n, _)) => log("arm", n.0),
        _ => {}
    }
    log("after", "match");
}

fn shape_guard_then_other_arm_takes_it() {
    let o = Some(Noisy::new("a"));
    let b = Noisy::new("b");
    let v = match o {
        Some(n) if Noisy::new("guard").no() => n,
        Some(n) => n,
        None => b,
    };
    log("after", "match");
}

fn shape_guard_uses_its_binding() {
    let pair = (some("a"), 2);
    match pair {
        (Some(n), 1) if n.yes() => log("arm", "first"),
        (Some(n), m) if n.yes() && m == 2 => log("arm", "second"),
        _ => {}
    }
    log("after", "match");
}

fn shape_match_arm_returns_a_temporary() {
    let name = match some("temp").as_ref() {
        Some(n) => n.inner(),
        None => "none",
    };
    log("after", name);
}

fn shape_if_value_of_branches() {
    let a = Noisy::new("a");
    let v = if borrow(&Noisy::new("condition")) == "condition" { a } else { Noisy::new("other") };
    log("after", "if");
}

fn shape_else_if_conditions() {
    if Noisy::new("first").no() {
        log("in", "first");
    } else if Noisy::new("second").yes() {
        log("in", "second");
    } else {
        log("in", "third");
    }
    log("after", "if");
}

fn shape_lazy_right_side_ends_by_itself() {
    let v = truth(true) && Noisy::new("right").yes() && Noisy::new("more").yes();
    log("after", "let");
    if truth(false) || Noisy::new("right").no() || Noisy::new("more").yes() {
        log("in", "then");
    }
}

fn shape_not_and_or_in_conditions() {
    if !(Noisy::new("a").yes() && Noisy::new("b").no()) {
        log("in", "then");
    }
    while !(Noisy::new("c").no() || Noisy::new("d").yes()) {
        log("never", "here");
    }
}

fn shape_for_breaks_early() {
    for n in vec![Noisy::new("x"), Noisy::new("y"), Noisy::new("z")] {
        if n.0 == "y" {
            break;
        }
        log("end", "of round");
    }
    log("after", "loop");
}

fn shape_for_with_underscore() {
    for _ in vec![Noisy::new("x"), Noisy::new("y")] {
        log("in", "round");
    }
    log("after", "loop");
}

fn return_out_of_for() -> Noisy {
    let a = Noisy::new("a");
    for n in vec![Noisy::new("x"), Noisy::new("y")] {
        let inside = Noisy::new("inside");
        return n;
    }
    a
}

fn shape_return_out_of_for() {
    let v = return_out_of_for();
    log("after", "call");
}

fn shape_parameters_of_a_closure() {
    let f = |(a, _): (Noisy, Noisy), _: Noisy| log("in", a.0);
    f((Noisy::new("a"), Noisy::new("b")), Noisy::new("c"));
    log("after", "call");
}

fn shape_return_in_a_closure() {
    let a = Noisy::new("a");
    let f = |leave: bool| {
        let b = Noisy::new("b");
        if leave {
            return b;
        }
        Noisy::new("c")
    };
    let v = f(true);
    log("after", "call");
}

fn question_in_a_closure() -> Option<Noisy> {
    let f = || -> Option<Noisy> {
        let a = Noisy::new("a");
        let b = none()?;
        Some(b)
    };
    f();
    log("after", "closure");
    f()
}

fn shape_question_mark_in_a_closure() {
    question_in_a_closure();
}

fn shape_nested_blocks_as_arguments() {
    consume_two(
        {
            let a = Noisy::new("a");
            let b = Noisy::new("b");
            a
        },
        unsafe {
            let c = Noisy::new("c");
            c.me()
        },
    );
    log("after", "call");
}

fn shape_statement_values_are_dropped() {
    some("value");
    if truth(true) { some("branch") } else { None };
    match 1 {
        _ => Noisy::new("arm"),
    };
    loop {
        break Noisy::new("loop");
    };
    log("after", "statements");
}

fn shape_field_of_a_temporary() {
    let b = pair().b;
    log("after", "let");
    consume(pair().a);
    log("after", "call");
}

fn shape_compound_assignment() {
    let mut n = 1;
    n += {
        let a = Noisy::new("a");
        2
    };
    log("after", if n == 3 { "three" } else { "other" });
}

fn shape_known_macros() {
    let a = Noisy::new("a");
    let text = format!("{} {}", borrow(&Noisy::new("argument")), a.inner());
    log("after", "format");
    assert!(Noisy::new("asserted").yes(), "{}", Noisy::new("never").inner());
    assert_eq!(borrow(&Noisy::new("left")), "left");
    let is = matches!(Noisy::new("matched").maybe(), Some(n) if n.yes());
    log("after", "macros");
}

fn shape_pin_keeps_its_value() {
    let later = std::pin::pin!(Noisy::new("pinned"));
    log("after", "let");
    std::pin::pin!(Noisy::new("at once"));
    log("after", "statement");
}

fn shape_dbg_passes_through() {
    let a = [Noisy::new("a"), Noisy::new("b")];
    let [x, y] = a;
    let v = (x, y);
    log("after", "lets");
}

fn shape_late_value_in_both_branches() {
    let a;
    let b = Noisy::new("b");
    if truth(false) {
        a = Noisy::new("first");
    } else {
        a = Noisy::new("second");
    }
    log("after", "if");
}

fn shape_cfg_alternatives() {
    #[cfg(any())]
    let a = Noisy::new("never");
    #[cfg(all())]
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    #[cfg(any())]
    consume(b);
    log("after", a.0);
}

fn awaits_in_arguments(a: Noisy) -> impl Future<Output = ()> {
    async move {
        consume_two(a.me(), {
            Later(false).await;
            Noisy::new("second")
        });
    }
}

fn shape_await_in_an_argument() {
    poll_times(awaits_in_arguments(Noisy::new("a")), 3);
    log("then", "half-way");
    poll_times(awaits_in_arguments(Noisy::new("b")), 1);
}

fn shape_await_in_a_loop_and_a_match() {
    let work = async {
        let mut n = 0;
        while n < 2 {
            n += 1;
            let a = Noisy::new("a");
            match some("scrutinee") {
                Some(s) if n == 2 => {
                    Later(false).await;
                    s.touch();
                }
                _ => log("in", "arm"),
            }
        }
    };
    poll_times(work, 1);
}
