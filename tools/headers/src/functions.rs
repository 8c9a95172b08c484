//! Entries as cbindgen reads them.
use gnutls_rs_abi::quote::{format_ident, quote};
use gnutls_rs_abi::syn::{FnArg, Pat, PathArguments, ReturnType, Signature, Type, parse_quote};

/// The signature as C has it, as an item. No underscore stands before a parameter, and a function type has its name.
pub fn for_c(signature: &Signature) -> String {
    let mut signature = signature.clone();
    for input in &mut signature.inputs {
        let FnArg::Typed(parameter) = input else { continue };
        if let Pat::Ident(pattern) = &mut *parameter.pat {
            let name = pattern.ident.to_string();
            pattern.ident = format_ident!("{}", name.trim_start_matches('_'));
            pattern.mutability = None;
        }
        function_by_name(&mut parameter.ty);
    }
    if let ReturnType::Type(_, ty) = &mut signature.output {
        function_by_name(ty);
    }
    format!("#[unsafe(no_mangle)]\npub {} {{ loop {{}} }}\n", quote!(#signature))
}

/// `Option<gnutls_x>`, where `gnutls_x` is a function type, is a pointer to it.
fn function_by_name(ty: &mut Type) {
    if let Type::Path(path) = ty
        && let Some(last) = path.path.segments.last()
        && last.ident == "Option"
        && let PathArguments::AngleBracketed(args) = &last.arguments
        && let Some(inner) = args.args.first()
        && quote!(#inner).to_string().starts_with("gnutls_")
    {
        *ty = parse_quote!(*mut #inner);
    }
}
