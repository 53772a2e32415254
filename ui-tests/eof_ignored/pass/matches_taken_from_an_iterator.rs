//@ expect: none
//@ effect: none
//! Counts letters out of place, as string metrics do: an iterator over what lies in memory has no other side, and here it always has one more.

/// How alike two words are, from 0 to 1, by the letters that both have at about the same place.
fn likeness<'a, 'b, A, B>(a: &'a A, b: &'b B) -> f64
where
    &'a A: IntoIterator<Item = char>,
    &'b B: IntoIterator<Item = char>,
{
    let a_len = a.into_iter().count();
    let b_len = b.into_iter().count();
    let range = (a_len.max(b_len) / 2).saturating_sub(1);
    let mut a_flags = vec![false; a_len];
    let mut b_flags = vec![false; b_len];
    let mut matches = 0_usize;
    for (i, left) in a.into_iter().enumerate() {
        let from = i.saturating_sub(range);
        for (j, right) in b.into_iter().enumerate().take(b_len.min(i + range + 1)) {
            if from <= j && left == right && !b_flags[j] {
                a_flags[i] = true;
                b_flags[j] = true;
                matches += 1;
                break;
            }
        }
    }
    let mut moved = 0_usize;
    if matches != 0 {
        let mut rest = b_flags.iter().zip(b);
        for (flag, left) in a_flags.iter().zip(a) {
            if *flag {
                loop {
                    if let Some((flag, right)) = rest.next() {
                        if !*flag {
                            continue;
                        }
                        if left != right {
                            moved += 1;
                        }
                        break;
                    }
                }
            }
        }
    }
    let matches = matches as f64;
    if matches == 0.0 { 0.0 } else { (matches / a_len as f64 + matches / b_len as f64 + (matches - moved as f64 / 2.0) / matches) / 3.0 }
}

struct Word(&'static str);

impl<'w> IntoIterator for &'w Word {
    type Item = char;
    type IntoIter = std::str::Chars<'static>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.chars()
    }
}

fn main() {
    let score = likeness(&Word("martha"), &Word("marhta"));
    assert!((score - 0.944).abs() < 0.001, "{score}");
}
