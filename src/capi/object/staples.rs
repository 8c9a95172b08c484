//! OCSP responses for the own certificates: those of the credentials, and those that functions of the application give.
use crate::abi::*;
use crate::alg::Format;
use crate::asn1::pem;
use crate::capi::ffi::memory::{datum_bytes, free};
use crate::capi::ffi::time;
use crate::capi::object::certificate_credentials::{CertificateCredentials, StatusFunction};
use crate::error::{Error, Result, err};
use crate::log::reason;
use crate::pki::cert::Certificate;
use crate::pki::ocsp::verify::{WITHOUT_END, expiry};
use crate::pki::ocsp::{Answer, Response, Statement};
use crate::session::credentials::{KeyPair, Staple};

const LABELS: [&str; 1] = ["OCSP RESPONSE"];

/// Sets the responses in `data` for the certificates of pair `index`. Returns their number, or 0 for a response in DER that is
/// not checked.
pub fn set_responses(
    c: &mut CertificateCredentials,
    data: &[u8],
    index: c_uint,
    format: Format,
) -> Result<c_int> {
    let check = c.flags & GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK == 0;
    let pair = c.pairs.get_mut(index as usize);
    let pair = pair.ok_or(Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE))?;
    if format == Format::Der {
        set_response(pair, data, check)?;
        return Ok(check.into());
    }
    let mut n = 0;
    for (_, der) in pem::blocks(data, &LABELS) {
        set_response(pair, &der?, check)?;
        n += 1;
    }
    if n == 0 { err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) } else { Ok(n) }
}

/// Sets a response for the certificate that it is for; unchecked for the first one.
fn set_response(pair: &mut KeyPair, der: &[u8], check: bool) -> Result<()> {
    let (place, expires) = match check {
        true => check_response(&pair.chain, &Response::from_der(der)?)?,
        false => (0, expiry_of(pair.chain.first(), der)),
    };
    if pair.staples.len() <= place {
        pair.staples.resize(place + 1, None);
    }
    pair.staples[place] = Some(Staple { response: der.to_vec(), expires });
    Ok(())
}

/// The place of the certificate in the chain, and when the response stops to count.
fn check_response(chain: &[Certificate], response: &Response) -> Result<(usize, Option<i64>)> {
    let found = chain.iter().enumerate().find_map(|(i, cert)| {
        let issuer = chain.get(i + 1).filter(|next| cert.names_issuer(next));
        response.answer_for(cert, issuer).map(|answer| (i, answer))
    });
    let Some((place, answer)) = found else {
        return Err(reason!(
            Error::new(GNUTLS_E_OCSP_MISMATCH_WITH_CERTS),
            "the OCSP response is for none of the {} certificates of the chain",
            chain.len()
        ));
    };
    if matches!(answer.statement, Statement::Revoked { .. }) {
        return Err(reason!(
            Error::new(GNUTLS_E_EXPIRED),
            "the OCSP response says that the certificate is revoked"
        ));
    }
    let now = time::now();
    if expiry(answer.this_update, answer.next_update) < now {
        return Err(reason!(Error::new(GNUTLS_E_EXPIRED), "the OCSP response is too old"));
    }
    Ok((place, Some(end(&answer, now))))
}

/// When a response that is not checked stops to count, unless that is over already: then it is sent all the same.
fn expiry_of(leaf: Option<&Certificate>, der: &[u8]) -> Option<i64> {
    let response = Response::from_der(der).ok()?;
    let answer =
        leaf.and_then(|leaf| response.answer_for(leaf, None)).or_else(|| response.answers().next())?;
    let now = time::now();
    let counts = !matches!(answer.statement, Statement::Revoked { .. })
        && expiry(answer.this_update, answer.next_update) >= now;
    counts.then_some(end(&answer, now))
}

/// When a response is no longer sent: without nextUpdate some days after it was set, as in GnuTLS.
fn end(answer: &Answer<'_>, now: i64) -> i64 {
    answer.next_update.unwrap_or(now.saturating_add(WITHOUT_END))
}

/// When the response of a certificate of a pair stops to count, as `gnutls_certificate_get_ocsp_expiration` numbers it: 0 for
/// an unchecked one that has no such time, -1 without a response, -2 beyond the chain.
pub fn expiration(pair: &KeyPair, index: c_int) -> time_t {
    let of = |staple: &Staple| staple.expires.unwrap_or(0);
    match usize::try_from(index) {
        // The first that stops.
        Err(_) if index == -1 => pair.staples.iter().flatten().map(of).min().unwrap_or(0),
        Ok(i) if i < pair.chain.len() => pair.staples.get(i).and_then(Option::as_ref).map_or(-1, of),
        _ => -2,
    }
}

/// Asks the application's function for the response of the first certificate; `None` if it has none.
///
/// # Safety
/// The function is the application's, set for this credentials; `session` is live.
pub unsafe fn ask_response(f: StatusFunction, session: gnutls_session_t) -> Result<Option<Vec<u8>>> {
    let Some(function) = f.function else { return Ok(None) };
    let mut datum = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    // SAFETY: the application's own function with its own pointer (the caller); `datum` outlives the call.
    let code = unsafe { function(session, f.ptr, &mut datum) };
    if code == GNUTLS_E_NO_CERTIFICATE_STATUS || code > 0 {
        return Ok(None);
    }
    if code < 0 {
        return Err(reason!(
            Error::new(code),
            "the application's function for the OCSP response returned {code}"
        ));
    }
    // SAFETY: the function has set the datum to bytes of `gnutls_malloc`, which are freed once, or left it empty.
    unsafe {
        let response = datum_bytes(&datum).unwrap_or_default().to_vec();
        free(datum.data.cast());
        Ok(Some(response).filter(|r| !r.is_empty()))
    }
}
