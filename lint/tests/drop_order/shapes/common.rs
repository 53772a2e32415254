fn shape_locals_in_reverse() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    let c = Noisy::new("c");
}

fn shape_temporary_at_the_end_of_its_statement() {
    Noisy::new("temp").touch();
    log("after", "statement");
}

fn shape_temporaries_in_reverse() {
    consume(Noisy(borrow(&Noisy::new("first"))));
    log(borrow(&Noisy::new("x")), borrow(&Noisy::new("y")));
    log("after", "statement");
}

fn shape_expression_statement_drops_its_value() {
    Noisy::new("value");
    log("after", "statement");
}

fn shape_temporary_in_let() {
    let name = borrow(&Noisy::new("temp"));
    log("after", name);
}

fn shape_temporary_extended_by_let() {
    let r = &Noisy::new("extended");
    log("after", "let");
    r.touch();
}

fn shape_temporary_extended_in_struct_and_tuple() {
    let (r, n) = (&Noisy::new("extended"), Noisy::new("value"));
    log("after", "let");
}

fn shape_underscore_drops_a_value_at_once() {
    let _ = Noisy::new("value");
    log("after", "let");
}

fn shape_underscore_does_not_move_a_place() {
    let a = Noisy::new("a");
    let _ = a;
    log("after", "let");
    a.touch();
}

fn shape_underscore_name_holds() {
    let _a = Noisy::new("a");
    log("after", "let");
}

fn shape_underscore_in_tuple_pattern() {
    let pair = (Noisy::new("a"), Noisy::new("b"));
    let (x, _) = pair;
    log("after", "let");
}

fn shape_underscore_of_a_temporary_tuple() {
    let (x, _) = (Noisy::new("a"), Noisy::new("b"));
    log("after", "let");
}

fn shape_assign_to_underscore() {
    let a = Noisy::new("a");
    _ = a;
    _ = Noisy::new("b");
    log("after", "assignment");
}

fn shape_moved_into_a_call() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    consume(a);
    log("after", "call");
}

fn shape_parameters_in_reverse() {
    consume_two(Noisy::new("first"), Noisy::new("second"));
    log("after", "call");
}

fn takes_patterns((a, b): (Noisy, Noisy), _: Noisy, d: Noisy) {
    log("in", "function");
}

fn shape_parameters_with_patterns() {
    takes_patterns((Noisy::new("a"), Noisy::new("b")), Noisy::new("c"), Noisy::new("d"));
    log("after", "call");
}

fn shape_block_drops_its_locals() {
    let a = Noisy::new("a");
    {
        let b = Noisy::new("b");
        log("in", "block");
    }
    log("after", "block");
}

fn shape_block_that_takes_a_place() {
    let a = Noisy::new("a");
    { a };
    log("after", "block");
}

fn shape_block_with_value() {
    let v = {
        let a = Noisy::new("a");
        let b = Noisy::new("b");
        a
    };
    log("after", "block");
}

fn shape_partial_move_of_a_struct() {
    let p = pair();
    consume(p.a);
    log("after", "move");
}

fn shape_partial_move_of_a_nested_struct() {
    let n = Nested { pair: pair(), c: Noisy::new("c") };
    let taken = n.pair.b;
    log("after", "move");
}

fn shape_partial_move_of_a_tuple() {
    let t = (Noisy::new("x"), Noisy::new("y"), Noisy::new("z"));
    let y = t.1;
    log("after", "move");
}

fn shape_partial_move_and_back() {
    let mut p = pair();
    consume(p.a);
    p.a = Noisy::new("new a");
    log("after", "assignment");
}

fn shape_whole_moved_in_parts() {
    let p = pair();
    let Pair { a, b } = p;
    log("after", "let");
}

fn shape_struct_with_drop() {
    let l = Loud { a: Noisy::new("a"), b: Noisy::new("b") };
    log("after", "let");
}

fn shape_struct_fields_in_order_of_declaration() {
    let p = Pair { b: Noisy::new("b"), a: Noisy::new("a") };
    log("after", "let");
}

fn shape_struct_update() {
    let base = pair();
    let p = Pair { a: Noisy::new("own"), ..base };
    log("after", "update");
}

fn shape_struct_update_from_a_temporary() {
    let p = Pair { a: Noisy::new("own"), ..pair() };
    log("after", "update");
}

fn shape_conditional_move_taken() {
    let a = Noisy::new("a");
    if truth(true) {
        consume(a);
    }
    log("after", "if");
}

fn shape_conditional_move_not_taken() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    if truth(false) {
        consume(a);
    }
    log("after", "if");
}

fn shape_deferred_initialisation() {
    let a;
    let b = Noisy::new("b");
    if truth(true) {
        a = Noisy::new("a");
        a.touch();
    }
    log("after", "if");
}

fn shape_overwriting_assignment() {
    let mut a = Noisy::new("old");
    a = Noisy::new("new");
    log("after", "assignment");
}

fn shape_overwriting_a_moved_variable() {
    let mut a = Noisy::new("old");
    consume(a);
    a = Noisy::new("new");
    log("after", "assignment");
}

fn shape_overwriting_a_field() {
    let mut p = pair();
    p.b = Noisy::new("new b");
    log("after", "assignment");
}

fn shape_overwriting_through_a_reference() {
    let mut p = pair();
    let r = &mut p.a;
    *r = Noisy::new("new a");
    log("after", "assignment");
}

fn shape_overwriting_an_option() {
    let mut o = Some(Noisy::new("old"));
    o = None;
    log("after", "assignment");
}

fn shape_shadowing() {
    let a = Noisy::new("first");
    let a = Noisy::new("second");
    log("after", "shadowing");
}

fn shape_shadowing_that_moves() {
    let a = Noisy::new("first");
    let a = (a, Noisy::new("second"));
    log("after", "shadowing");
}

fn shape_match_scrutinee_place() {
    let o = Some(Noisy::new("a"));
    match o {
        Some(n) => log("arm", n.0),
        None => {}
    }
    log("after", "match");
}

fn shape_match_scrutinee_borrowed() {
    let o = Some(Noisy::new("a"));
    match &o {
        Some(n) => log("arm", n.0),
        None => {}
    }
    log("after", "match");
}

fn shape_match_scrutinee_temporary() {
    match Noisy::new("temp").inner() {
        _ => log("in", "arm"),
    }
    log("after", "match");
}

fn shape_match_scrutinee_value() {
    match Kind::Two(Noisy::new("x"), Noisy::new("y")) {
        Kind::Two(_, y) => log("arm", y.0),
        Kind::One(n) => log("arm", n.0),
        Kind::Zero => {}
    }
    log("after", "match");
}

fn shape_match_place_moves_one_field() {
    let k = Kind::Two(Noisy::new("x"), Noisy::new("y"));
    match k {
        Kind::Two(x, _) => log("arm", x.0),
        _ => {}
    }
    log("after", "match");
}

fn shape_match_moves_in_one_arm_only() {
    let k = Kind::One(Noisy::new("x"));
    match k {
        Kind::Two(x, y) => log("arm", "two"),
        Kind::One(_) => log("arm", "one"),
        Kind::Zero => log("arm", "zero"),
    }
    log("after", "match");
}

fn shape_match_bindings_in_reverse() {
    match (Noisy::new("x"), Noisy::new("y")) {
        (x, y) => log("in", "arm"),
    }
    log("after", "match");
}

fn shape_match_guard() {
    let o = Some(Noisy::new("a"));
    match o {
        Some(n) if n.no() => log("arm", "first"),
        Some(n) if n.yes() => log("arm", "second"),
        _ => log("arm", "third"),
    }
    log("after", "match");
}

fn shape_match_guard_temporary() {
    match 1 {
        1 if Noisy::new("guard").yes() => log("in", "arm"),
        _ => {}
    }
    log("after", "match");
}

fn shape_binding_at() {
    let o = Some(Noisy::new("a"));
    if let whole @ Some(_) = o {
        log("in", "if");
    }
    log("after", "if");
}

fn shape_ref_binding() {
    let o = Some(Noisy::new("a"));
    if let Some(ref n) = o {
        n.touch();
    }
    log("after", "if");
}

fn early(which: u32) -> Noisy {
    let a = Noisy::new("a");
    {
        let b = Noisy::new("b");
        if which == 1 {
            return Noisy::new("early");
        }
        let c = Noisy::new("c");
        if which == 2 {
            return c;
        }
    }
    a
}

fn shape_early_returns() {
    early(1);
    log("then", "2");
    early(2);
    log("then", "3");
    early(3);
}

fn question(fails: bool) -> Result<(), Noisy> {
    let a = Noisy::new("a");
    let b = if fails { err("error")? } else { ok("fine")? };
    let c = Noisy::new("c");
    Ok(())
}

fn shape_question_mark() {
    let r = question(false);
    log("then", "fails");
    let r = question(true);
    log("after", "calls");
}

fn question_option() -> Option<Noisy> {
    let a = Noisy::new("a");
    let b = some("b")?;
    consume(b);
    let c = none()?;
    Some(a)
}

fn shape_question_mark_of_an_option() {
    let o = question_option();
    log("after", "call");
}

fn question_in_argument() -> Result<Noisy, Noisy> {
    consume_two(Noisy::new("first"), err("second")?);
    ok("never")
}

fn shape_question_mark_in_an_argument() {
    question_in_argument();
    log("after", "call");
}

fn shape_let_else() {
    let Some(n) = some("a") else { return };
    log("after", "let");
    let Some(m) = Noisy::new("temp").nothing() else {
        log("in", "else");
        return;
    };
    log("never", "here");
}

fn shape_loop_with_break_value() {
    let v = loop {
        let a = Noisy::new("a");
        let b = Noisy::new("b");
        if truth(true) {
            break b;
        }
    };
    log("after", "loop");
}

fn shape_break_label_from_nested_scopes() {
    'outer: loop {
        let a = Noisy::new("a");
        loop {
            let b = Noisy::new("b");
            {
                let c = Noisy::new("c");
                if truth(true) {
                    break 'outer;
                }
            }
        }
    }
    log("after", "loop");
}

fn shape_labelled_block() {
    let v = 'block: {
        let a = Noisy::new("a");
        if truth(true) {
            break 'block Noisy::new("early");
        }
        a
    };
    log("after", "block");
}

fn shape_continue() {
    let mut n = 0;
    while n < 3 {
        n += 1;
        let a = Noisy::new("a");
        if n == 2 {
            continue;
        }
        log("end", "of round");
    }
    log("after", "loop");
}

fn shape_while_condition_temporary() {
    let mut n = 0;
    while Noisy::new("condition").yes() && n < 2 {
        n += 1;
        log("in", "loop");
    }
    log("after", "loop");
}

fn shape_moved_in_a_loop() {
    let mut o = Some(Noisy::new("a"));
    let mut n = 0;
    while n < 2 {
        n += 1;
        if let Some(taken) = o.take() {
            consume(taken);
        }
    }
    log("after", "loop");
}

fn shape_while_let() {
    let mut o = Some(Noisy::new("first"));
    while let Some(n) = o {
        log("round", n.0);
        o = if n.0 == "first" { Some(Noisy::new("second")) } else { None };
    }
    log("after", "loop");
}

fn shape_boxes() {
    let b = Box::new(Noisy::new("boxed"));
    let c = Box::new(pair());
    b.touch();
    log("after", "boxes");
}

fn shape_move_out_of_a_box() {
    let b = Box::new(Noisy::new("boxed"));
    let n = *b;
    log("after", "move");
}

fn shape_move_a_field_out_of_a_box() {
    let b = Box::new(pair());
    let taken = b.b;
    log("after", "move");
}

fn shape_tuples_and_arrays() {
    let t = (Noisy::new("t0"), Noisy::new("t1"));
    let a = [Noisy::new("a0"), Noisy::new("a1")];
    log("after", "lets");
}

fn shape_array_pattern() {
    let [x, y] = [Noisy::new("x"), Noisy::new("y")];
    log("after", "let");
}

fn shape_array_pattern_moves_some() {
    let a = [Noisy::new("x"), Noisy::new("y"), Noisy::new("z")];
    let [_, y, _] = a;
    log("after", "let");
}

fn shape_vec_push_and_pop() {
    let mut v = Vec::new();
    v.push(Noisy::new("a"));
    v.push(Noisy::new("b"));
    v.pop();
    log("after", "pop");
}

fn shape_mem_drop_forget_replace() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    let mut c = Noisy::new("c");
    drop(a);
    mem::forget(b);
    let old = mem::replace(&mut c, Noisy::new("new c"));
    log("after", "calls");
}

fn shape_option_take() {
    let mut o = Some(Noisy::new("a"));
    let taken = o.take();
    log("after", "take");
}

fn shape_if_condition_temporary() {
    if Noisy::new("condition").yes() {
        log("in", "then");
    }
    log("after", "if");
}

fn shape_lazy_operators() {
    let v = Noisy::new("left").no() && Noisy::new("right").yes();
    log("after", "and");
    let w = Noisy::new("left").no() || Noisy::new("right").yes();
    log("after", "or");
}

fn shape_method_chain() {
    let n = Noisy::new("a").me().me();
    log("after", "chain");
}

fn shape_self_by_value_in_the_middle() {
    Noisy::new("a").maybe().map(|n| n.me()).is_some();
    log("after", "chain");
}

fn shape_reference_in_struct_literal_argument() {
    let t = (borrow(&Noisy::new("x")), Noisy::new("y"));
    log("after", "tuple");
}

fn shape_closure_that_borrows() {
    let a = Noisy::new("a");
    let f = || a.touch();
    f();
    log("after", "closure");
}

fn shape_closure_that_moves_by_use() {
    let a = Noisy::new("a");
    let f = || consume(a);
    log("made", "closure");
    f();
    log("after", "closure");
}

fn shape_closure_that_is_never_called() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    let f = move || {
        a.touch();
        b.touch();
    };
    log("made", "closure");
}

fn shape_move_closure_called_by_reference() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    let f = move || {
        b.touch();
        a.touch();
    };
    f();
    f();
    log("after", "calls");
}

fn shape_move_closure_passed_on() {
    let a = Noisy::new("a");
    run_once(move || a.touch());
    log("after", "call");
}

fn shape_closure_passed_on_that_consumes() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    run_once(move || {
        b.touch();
        consume(a);
        log("in", "closure");
    });
    log("after", "call");
}

fn shape_closure_passed_by_ref_bound() {
    let a = Noisy::new("a");
    run_ref(move || a.touch());
    log("after", "call");
}

fn shape_closure_mention_does_not_capture() {
    let a = Noisy::new("a");
    {
        let f = move || {
            let _ = a;
        };
        f();
        log("after", "closure");
    }
    log("after", "block");
}

fn shape_closure_captures_drop_in_order_of_mention() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    let c = Noisy::new("c");
    {
        let f = move || {
            c.touch();
            a.touch();
            b.touch();
        };
    }
    log("after", "block");
}

fn shape_closure_with_parameters() {
    let f = |n: Noisy, m: Noisy| {
        log("in", n.0);
        m
    };
    let kept = f(Noisy::new("first"), Noisy::new("second"));
    log("after", "call");
}

fn shape_closure_in_closure() {
    let a = Noisy::new("a");
    let b = Noisy::new("b");
    let outer = move || {
        let inner = move || consume(a);
        inner();
        b.touch();
    };
    outer();
    log("after", "closures");
}

fn shape_boxed_closure() {
    let a = Noisy::new("a");
    let f: Box<dyn FnOnce()> = Box::new(move || consume(a));
    log("made", "box");
    f();
    log("after", "call");
}

fn shape_boxed_closure_not_called() {
    let a = Noisy::new("a");
    let f: Box<dyn Fn()> = Box::new(move || a.touch());
    log("made", "box");
}

fn shape_coroutine_never_polled() {
    let a = Noisy::new("a");
    let f = async move {
        a.touch();
    };
    log("made", "coroutine");
    drop(f);
    log("after", "drop");
}

fn shape_coroutine_runs() {
    let a = Noisy::new("a");
    poll_times(
        async move {
            let b = Noisy::new("b");
            Later(false).await;
            a.touch();
        },
        3,
    );
    log("after", "run");
}

fn shape_coroutine_dropped_half_way() {
    let a = Noisy::new("a");
    poll_times(
        async move {
            let b = Noisy::new("b");
            let c = Noisy::new("c");
            Later(false).await;
            consume(c);
            Later(false).await;
            a.touch();
        },
        1,
    );
    log("after", "run");
}

fn shape_coroutine_dropped_at_the_second_await() {
    let a = Noisy::new("a");
    poll_times(
        async move {
            let b = Noisy::new("b");
            let c = Noisy::new("c");
            Later(false).await;
            consume(c);
            let d = Noisy::new("d");
            Later(false).await;
            a.touch();
        },
        2,
    );
    log("after", "run");
}

async fn two(a: Noisy, b: Noisy) {
    log("in", "async fn");
    let c = Noisy::new("c");
    Later(false).await;
    consume(a);
}

fn shape_async_fn_never_polled() {
    let f = two(Noisy::new("a"), Noisy::new("b"));
    log("made", "future");
    drop(f);
    log("after", "drop");
}

fn shape_async_fn_runs() {
    poll_times(two(Noisy::new("a"), Noisy::new("b")), 5);
    log("after", "run");
}

fn shape_async_fn_dropped_half_way() {
    poll_times(two(Noisy::new("a"), Noisy::new("b")), 1);
    log("after", "run");
}

fn shape_nested_futures_dropped_half_way() {
    poll_times(
        async {
            let outer = Noisy::new("outer");
            two(Noisy::new("a"), Noisy::new("b")).await;
            log("never", "here");
        },
        1,
    );
    log("after", "run");
}

async fn ignores(_: Noisy, (x, y): (Noisy, Noisy)) {
    log("in", "async fn");
}

fn shape_async_fn_with_patterns() {
    poll_times(ignores(Noisy::new("ignored"), (Noisy::new("x"), Noisy::new("y"))), 2);
    log("after", "run");
}

fn shape_await_temporary() {
    poll_times(
        async {
            let v = (Noisy::new("left"), Later(false).await);
            log("after", "await");
        },
        1,
    );
    log("after", "run");
}

fn diverges(flag: bool) -> Noisy {
    let a = Noisy::new("a");
    let b = match flag {
        true => return a,
        false => Noisy::new("b"),
    };
    b
}

fn shape_return_in_an_arm() {
    diverges(true);
    log("then", "false");
    diverges(false);
}

fn shape_nested_calls_in_order() {
    consume_two(Noisy::new("a").me(), Noisy::new("b").me());
    log("after", "call");
}

fn shape_block_in_an_argument() {
    consume_two(
        {
            let inner = Noisy::new("inner");
            Noisy::new("a")
        },
        Noisy::new("b"),
    );
    log("after", "call");
}
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
