//! The types of values, as far as they show.

use must_abort_lint::ir::{Ty, Why};

use super::walker::{Value, Walker};

impl Walker<'_> {
    pub(super) fn type_of(&self, value: &Value) -> Option<Ty> {
        match value {
            Value::Adt(adt, ..) => {
                let count = self.linked.program.adts[*adt].generics.len();
                Some(Ty::Adt(*adt, vec![Ty::Unknown(Why::Data); count]))
            }
            Value::List(_) => {
                let vec = self.linked.adt_by_path("std::vec::Vec")?;
                Some(Ty::Adt(vec, vec![Ty::Unknown(Why::Data)]))
            }
            _ => None,
        }
    }
}
