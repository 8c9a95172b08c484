//! Normalization of passwords with the OpaqueString profile (RFC 8265 section 4.2): non-ASCII spaces are
//! replaced by the ASCII space, the text is converted to normalization form C, and disallowed characters are
//! rejected.
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{
    DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup, NoncharacterCodePoint,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use zeroize::Zeroizing;

use crate::abi::*;
use crate::error::{Error, Result, err};

/// Normalizes a password. Fails with `GNUTLS_E_INVALID_UTF8_STRING` for invalid UTF-8, and with
/// `GNUTLS_E_INVALID_PASSWORD_STRING` for a disallowed character.
pub fn normalize(password: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let text = core::str::from_utf8(password).map_err(|_| Error::new(GNUTLS_E_INVALID_UTF8_STRING))?;
    if text.is_ascii() {
        return match text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
            true => Ok(Zeroizing::new(password.to_vec())),
            false => err(GNUTLS_E_INVALID_PASSWORD_STRING),
        };
    }
    let mut spaced = Zeroizing::new(String::with_capacity(text.len()));
    for c in text.chars() {
        if !allowed(c) {
            return err(GNUTLS_E_INVALID_PASSWORD_STRING);
        }
        spaced.push(if category(c) == GeneralCategory::SpaceSeparator { ' ' } else { c });
    }
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&spaced).into_owned();
    Ok(Zeroizing::new(composed.into_bytes()))
}

/// Like [`normalize`], but returns a password that cannot be normalized unchanged.
pub fn normalize_or_keep(password: &[u8]) -> Zeroizing<Vec<u8>> {
    normalize(password).unwrap_or_else(|_| Zeroizing::new(password.to_vec()))
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a character is in the FreeformClass of RFC 8264 section 4.3 as implemented by GnuTLS: characters
/// that are only allowed in some contexts are rejected, and conjoining Hangul jamo are allowed.
fn allowed(c: char) -> bool {
    match c {
        // Exceptions of RFC 8264 section 9.6: contextual and disallowed characters.
        '\u{b7}' | '\u{375}' | '\u{5f3}' | '\u{5f4}' | '\u{30fb}' => return false,
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => return false,
        '\u{640}' | '\u{7fa}' | '\u{302e}' | '\u{302f}' | '\u{3031}'..='\u{3035}' | '\u{303b}' => {
            return false;
        }
        _ => {}
    }
    if CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointSetData::new::<NoncharacterCodePoint>().contains(c)
    {
        return false;
    }
    let group = GeneralCategoryGroup::Letter
        .union(GeneralCategoryGroup::Mark)
        .union(GeneralCategoryGroup::Number)
        .union(GeneralCategoryGroup::Punctuation)
        .union(GeneralCategoryGroup::Symbol);
    category(c) == GeneralCategory::SpaceSeparator || group.contains(category(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    // The results of GnuTLS.
    #[test]
    fn as_the_library_does() {
        for (text, want) in [
            ("", Ok("")),
            ("Correct Horse", Ok("Correct Horse")),
            ("I\u{307}", Ok("\u{130}")),
            ("a\u{2009}\u{a0}", Ok("a  ")),
            ("\u{bc}\u{3d0}\u{2135}", Ok("\u{bc}\u{3d0}\u{2135}")),
            ("\u{3c2}", Ok("\u{3c2}")),
            ("\u{1f600}", Ok("\u{1f600}")),
            ("\u{1112}\u{1161}\u{11ab}", Ok("\u{d55c}")),
            ("a\tb", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{7f}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{200d}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{115f}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{ffff}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{b7}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{378}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
            ("\u{e000}", Err(GNUTLS_E_INVALID_PASSWORD_STRING)),
        ] {
            let got = normalize(text.as_bytes());
            assert_eq!(
                got.as_deref().map(|v| &v[..]).map_err(|e| e.code()),
                want.map(str::as_bytes),
                "{text:?}"
            );
        }
        assert_eq!(normalize(b"a\xff").unwrap_err().code(), GNUTLS_E_INVALID_UTF8_STRING);
        assert_eq!(*normalize_or_keep(b"a\xff"), b"a\xff");
    }
}
