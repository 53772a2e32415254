//@ expect: none
//@ effect: none

mod ask;

use std::collections::VecDeque;
use std::thread;

use ask::{Question, ask};

fn answer_all(mut questions: VecDeque<(&'static str, Question)>) -> usize {
    let mut answered = 0;
    while let Some((text, question)) = questions.pop_front() {
        let Some(number) = text.strip_prefix("double ") else {
            eprintln!("not a question: {text}");
            question.refuse();
            continue;
        };
        match number.parse::<i64>() {
            Ok(number) => question.answer(number * 2),
            Err(_) => question.refuse(),
        }
        answered += 1;
    }
    answered
}

fn main() {
    let mut questions = VecDeque::new();
    let mut askers = Vec::new();
    for text in ["double 21", "double trouble", "how are you"] {
        let (question, answer) = ask();
        questions.push_back((text, question));
        askers.push(thread::spawn(move || answer.wait()));
    }
    println!("{} answered", answer_all(questions));
    for asker in askers {
        println!("{:?}", asker.join().ok().flatten());
    }
}
