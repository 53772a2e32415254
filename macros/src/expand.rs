//! The item as it came, with the errors behind it and, for a channel type, `#[must_use]` before it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::{self, Arg};
use crate::attr::Attr;
use crate::target::{Kind, Target};
use crate::valid;

/// Expands one attribute.
pub(crate) fn expand(attr: Attr, args: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Vec::new();
    let args = ast::parse_args(args, &mut errors);
    let target = Target::of(item.clone());
    if let Some(target) = &target {
        valid::check(attr, &args, target, &mut errors);
    }
    let must_use = match (attr, target) {
        (Attr::MustAbort, Some(target)) if !target.must_use => must_use(&target.kind, &args),
        _ => TokenStream::new(),
    };
    let errors = errors.iter().map(syn::Error::to_compile_error);
    quote! { #must_use #item #(#errors)* }
}

/// `#[must_use]` with the reason, where the language allows it: an alias takes none.
fn must_use(kind: &Kind, args: &[Arg]) -> TokenStream {
    if !matches!(kind, Kind::Struct | Kind::Enum | Kind::Union | Kind::Trait) {
        return TokenStream::new();
    }
    let methods: Vec<_> = args
        .iter()
        .filter_map(|arg| match arg {
            Arg::Place(place) => place.as_word().map(|method| format!("`{method}`")),
            Arg::Setting { .. } => None,
        })
        .collect();
    let methods = if methods.is_empty() { "`abort`".to_owned() } else { methods.join(" or ") };
    let reason = format!("its peer may stay parked until {methods} is called");
    quote! { #[must_use = #reason] }
}
