//! Registration of the application's own algorithms, which GnuTLS no longer supports.
use crate::abi::*;

/// Has no effect: a program cannot replace the ciphers.
///
/// Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
/// callbacks are never called. A program that answers for keys itself has `gnutls_privkey_import_ext4`.
///
/// - `algorithm`: not looked at, as all others
/// - `priority`: not looked at
/// - `init`: not called
/// - `setkey`: not called
/// - `setiv`: not called
/// - `encrypt`: not called
/// - `decrypt`: not called
/// - `deinit`: not called
///
/// Returns 0, always.
///
/// Since 3.4.0. Manual: `gnutls_crypto_register_cipher`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_crypto_register_cipher(
    _algorithm: gnutls_cipher_algorithm_t,
    _priority: c_int,
    _init: gnutls_cipher_init_func,
    _setkey: gnutls_cipher_setkey_func,
    _setiv: gnutls_cipher_setiv_func,
    _encrypt: gnutls_cipher_encrypt_func,
    _decrypt: gnutls_cipher_decrypt_func,
    _deinit: gnutls_cipher_deinit_func,
) -> c_int {
    0
}

/// Has no effect: a program cannot replace the AEAD ciphers.
///
/// Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
/// callbacks are never called. A program that answers for keys itself has `gnutls_privkey_import_ext4`.
///
/// - `algorithm`: not looked at, as all others
/// - `priority`: not looked at
/// - `init`: not called
/// - `setkey`: not called
/// - `aead_encrypt`: not called
/// - `aead_decrypt`: not called
/// - `deinit`: not called
///
/// Returns 0, always.
///
/// Since 3.4.0. Manual: `gnutls_crypto_register_aead_cipher`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_crypto_register_aead_cipher(
    _algorithm: gnutls_cipher_algorithm_t,
    _priority: c_int,
    _init: gnutls_cipher_init_func,
    _setkey: gnutls_cipher_setkey_func,
    _aead_encrypt: gnutls_cipher_aead_encrypt_func,
    _aead_decrypt: gnutls_cipher_aead_decrypt_func,
    _deinit: gnutls_cipher_deinit_func,
) -> c_int {
    0
}

/// Has no effect: a program cannot replace the MACs.
///
/// Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
/// callbacks are never called.
///
/// - `algorithm`: not looked at, as all others
/// - `priority`: not looked at
/// - `init`: not called
/// - `setkey`: not called
/// - `setnonce`: not called
/// - `hash`: not called
/// - `output`: not called
/// - `deinit`: not called
/// - `hash_fast`: not called
///
/// Returns 0, always.
///
/// Since 3.4.0. Manual: `gnutls_crypto_register_mac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_crypto_register_mac(
    _algorithm: gnutls_mac_algorithm_t,
    _priority: c_int,
    _init: gnutls_mac_init_func,
    _setkey: gnutls_mac_setkey_func,
    _setnonce: gnutls_mac_setnonce_func,
    _hash: gnutls_mac_hash_func,
    _output: gnutls_mac_output_func,
    _deinit: gnutls_mac_deinit_func,
    _hash_fast: gnutls_mac_fast_func,
) -> c_int {
    0
}

/// Has no effect: a program cannot replace the digests.
///
/// Deprecated: GnuTLS 3.7.0 gave such registration up, and keeps the function for old programs. The
/// callbacks are never called.
///
/// - `algorithm`: not looked at, as all others
/// - `priority`: not looked at
/// - `init`: not called
/// - `hash`: not called
/// - `output`: not called
/// - `deinit`: not called
/// - `hash_fast`: not called
///
/// Returns 0, always.
///
/// Since 3.4.0. Manual: `gnutls_crypto_register_digest`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_crypto_register_digest(
    _algorithm: gnutls_digest_algorithm_t,
    _priority: c_int,
    _init: gnutls_digest_init_func,
    _hash: gnutls_digest_hash_func,
    _output: gnutls_digest_output_func,
    _deinit: gnutls_digest_deinit_func,
    _hash_fast: gnutls_digest_fast_func,
) -> c_int {
    0
}
