//! Registration of an application's own algorithms, which GnuTLS has given up.
use crate::abi::*;

/// Without effect; always 0. Manual: `gnutls_crypto_register_cipher`, deprecated.
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

/// Without effect; always 0. Manual: `gnutls_crypto_register_aead_cipher`, deprecated.
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

/// Without effect; always 0. Manual: `gnutls_crypto_register_mac`, deprecated.
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

/// Without effect; always 0. Manual: `gnutls_crypto_register_digest`, deprecated.
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
