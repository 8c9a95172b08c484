//! PIN callbacks.
use core::ffi::{c_uint, c_void};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Format;
use crate::alg::flags::EncryptFlags;
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result};
use crate::pki::key_file::{self, openssl_pem};
use crate::pki::pkcs12::{Pfx, parse};

/// The callback that asks the user for the password of a key.
#[derive(Clone, Copy)]
pub struct Pin {
    pub function: gnutls_pin_callback_t,
    pub userdata: *mut c_void,
}

impl Default for Pin {
    fn default() -> Self {
        Pin { function: None, userdata: core::ptr::null_mut() }
    }
}

impl Pin {
    /// Imports a key, also from a PKCS #12 file. If it is encrypted and there is no password, the callback is
    /// called once, but not for PKCS #12.
    pub fn import(
        &self,
        data: &[u8],
        format: Format,
        password: Option<&[u8]>,
        flags: c_uint,
    ) -> Result<PrivateKey> {
        match self.import_key(data, format, password, flags) {
            Err(e) if e.code() != GNUTLS_E_DECRYPTION_FAILED => match Pfx::import(data, format) {
                Ok(pfx) => Ok(parse::parse(&pfx, password, false)?.key.with_curve_within()),
                Err(_) => Err(e),
            },
            result => result,
        }
    }

    fn import_key(
        &self,
        data: &[u8],
        format: Format,
        password: Option<&[u8]>,
        flags: c_uint,
    ) -> Result<PrivateKey> {
        let encrypt = EncryptFlags::from_bits_retain(flags);
        // GnuTLS asks for the password of OpenSSL's old format whatever the flags say, and gives the callback's code.
        let openssl = self.function.is_some() && format == Format::Pem && openssl_pem::is_encrypted(data);
        let may_ask = password.is_none() && (openssl || !encrypt.contains(EncryptFlags::PLAIN));
        match (key_file::import_with_password(data, format, password, encrypt), self.function) {
            (Err(e), Some(ask)) if e.code() == GNUTLS_E_DECRYPTION_FAILED && may_ask => {
                let mut buffer = Zeroizing::new([0u8; GNUTLS_PKCS11_MAX_PIN_LEN as usize]);
                let (space, none) = (buffer.len(), 0);
                let target = buffer.as_mut_ptr().cast();
                // SAFETY: the application's own function; the buffer has the given capacity, and the texts
                // are constants.
                let code =
                    unsafe { ask(self.userdata, none, c"key:".as_ptr(), c"".as_ptr(), 0, target, space) };
                if code < 0 {
                    return Err(if openssl { Error::new(code) } else { e });
                }
                let end = buffer.iter().position(|b| *b == 0).unwrap_or(space);
                key_file::import_with_password(data, format, Some(&buffer[..end]), encrypt)
            }
            (result, _) => result,
        }
    }
}
