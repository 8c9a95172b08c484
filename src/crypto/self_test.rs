//! Known answers of the algorithms, for the self-tests of `self-test.h`: a library whose code or whose
//! memory was damaged says so before it is trusted.
//!
//! Digests are of "abc" (FIPS 180-4, FIPS 202, RFC 1321). Key derivation has the vectors of RFC 5869 and
//! RFC 7914, and those that the TLS working group circulated. The others were asked of GnuTLS 3.7.9, so
//! that one rule gives every input: keys are the bytes 1, 2, 3, ..., IVs and nonces 80, 81, ..., texts 0, 1,
//! 2, ... (of MACs 0, 7, 14, ...). The vectors of the standards themselves stand in each module's own tests.
use super::aead::one_shot::OneShot;
use super::cipher::Context;
use super::keys::PrivateKey;
use super::mac::Running;
use super::{hash, kdf};
use crate::abi::*;
use crate::alg::ids::{Cipher, Digest, Mac, Pk, Sign};
use crate::alg::primes;
use crate::error::{Error, Result};

const WRONG: Error = Error::new(GNUTLS_E_SELF_TEST_ERROR);
const NONE: Error = Error::new(GNUTLS_E_NO_SELF_TEST);

/// What came out, compared with what should have.
fn same(got: &[u8], want: &str) -> Result<()> {
    let digit = |d: u8| char::from(d).to_digit(16).unwrap_or(16) as u8;
    debug_assert!(want.len().is_multiple_of(2));
    let want = want.as_bytes().chunks_exact(2).map(|two| digit(two[0]) << 4 | digit(two[1]));
    if got.iter().copied().eq(want) { Ok(()) } else { Err(WRONG) }
}

fn counted(from: u8, len: usize, step: u8) -> Vec<u8> {
    (0..len).map(|i| from.wrapping_add((i as u8).wrapping_mul(step))).collect()
}

/// 32 bytes encrypted.
pub const CIPHERS: &[(Cipher, &str)] = &[
    (Cipher::Arcfour128, "9ac6ce99649818f0ba9a2292c1e915984259d6868401047d76939eea01078003"),
    (Cipher::TripleDesCbc, "47dddb7686b6e0dc62bcd5add6ae869c92b564d0263cebeac251f89ca2e57d6b"),
    (Cipher::Aes128Cbc, "86574b0508f5871a9374063f38a0488d3bfee1aa7bd607c67bd8866f89fc9011"),
    (Cipher::Aes192Cbc, "83181f9adfe531a29f979bf31120576bad2ffe88fc48c638f865dbf9f78d647c"),
    (Cipher::Aes256Cbc, "e28b8ecbd8c512a5a9d435ae44cb260810dc3a94b0855b645ae485088b1f4b4c"),
    (Cipher::Aes128Cfb8, "93c2edd86a25227204a137b39380b60f6a32acd5c5deeeec74ec6388d069519f"),
    (Cipher::Aes192Cfb8, "ffbbde803931062b747d6c7deb12676a3a0ed0149a1647ab7ee935f76e47131c"),
    (Cipher::Aes256Cfb8, "06e386444e77d2a8630ebf3d8bdf30a1ff7adde3a7fb0d775ead7138b636ea5a"),
    (Cipher::Aes128Xts, "6bcf4be8427cb152abdea2c227a07d00e5a07db2e99b72559e345daa5a79898f"),
    (Cipher::Aes256Xts, "9ba9f58c03ae44497da9bee55c96fa46ad9f6dc0e143a15487542f4ad7f1a31f"),
    (Cipher::Chacha20_64, "3d3ca02c3c8bc89bf8961acad3ba1fa919a41b971e765e71b32bdbdc6526ef2e"),
    (Cipher::Chacha20_32, "3d3ca02c3c8bc89bf8961acad3ba1fa919a41b971e765e71b32bdbdc6526ef2e"),
    (Cipher::Gost28147Tc26zCfb, "55543e00460d5f7fafc4050ac836f708a2ef2482c42a3532f13c19e765721396"),
    (Cipher::Gost28147CpaCfb, "1b0254bd0db6e6ddcc60e05a2b494f5de55ef93df94fb94ee3c7f81a18ce52e7"),
    (Cipher::Gost28147CpbCfb, "2ed3e18c2ad124b6dd454303d87572b3d9c8a2f85be76397b33630ec4596197c"),
    (Cipher::Gost28147CpcCfb, "72f73e8113b388b0ab730301cf1f44c59ef4c3eb3e7e037482374a1c6bd5806b"),
    (Cipher::Gost28147CpdCfb, "7185c841a083a02d955471e7ef33e19f13de7a8f0915bfab01374c63cedfdb6b"),
    (Cipher::Gost28147Tc26zCnt, "71d389aadf9ad37620ed214594bfdf06b3e950ce9fa607ffe38d11827799dde4"),
    (Cipher::MagmaCtrAcpkm, "401a8cf792f9c6191b9a1972a70fdeece7db5ca339b2862f31e9f1a192eb0f64"),
    (Cipher::KuznyechikCtrAcpkm, "c4f0e0e4d5490966da118143d9b57f2e5226f806998b29382480e63796af942f"),
];

/// The length of the nonce; 37 bytes sealed with the key's first 20 as additional data.
pub const AEADS: &[(Cipher, usize, &str)] = &[
    (
        Cipher::Aes128Gcm,
        12,
        "61ab105e66a8bbe6abf98578ab556c81b7a0503da04393b21f4d4e06bd9451a35bb198e1a5e8af3120e768964273fc9203a5d8381d",
    ),
    (
        Cipher::Aes192Gcm,
        12,
        "7655bdca0402f3d6786ea5076c7a1efef76d8017b97fa6a54e446301339a756d4c1c382f3a06bbc6aa0924851973f86fcd23ea7019",
    ),
    (
        Cipher::Aes256Gcm,
        12,
        "ecd754fee4e5cdb72b4ef63170c922e059996f102c83ee7e4bfa230204af059d667fe61145a8ce9657df542a1473c36b49f34990aa",
    ),
    (
        Cipher::Aes128Ccm,
        12,
        "74706ff30c38e99a30d7434c23e3d8460e0af0cc6bab81500a9121f1b18062568391e32e538044b580ba7c2ead6a3e9cb637cef9f8",
    ),
    (
        Cipher::Aes256Ccm,
        12,
        "0d1ec4866e3db447bedae83f460c918230d0a35990123039f049ebc44755a2ab9bf6de2062b99dfcbe1b2070aa2507ec569e9671bf",
    ),
    (
        Cipher::Chacha20Poly1305,
        12,
        "fbbba7efd03039de769653ced033c1a9d0edce30c02a02dd5e9e8418e4a9d074026da8554d593366564dfbbb5f10658c5d57a07101",
    ),
    (
        Cipher::Aes128Siv,
        16,
        "8a252efe5c294aee215880d27014e19c2d13517375e7f20cfc78a4da72f5b3feff3facc43ba9b1ee1ac542e1ebba8f7a8788b700d7",
    ),
    (
        Cipher::Aes256Siv,
        16,
        "b253913de9291168213201e31ebab2a3f866bba69bb6ed72f4aa3cc59adefc0b87ec5f1e992ea100e1016d8a962e103953612ceb63",
    ),
];

/// MACs of 67 bytes.
pub const MACS: &[(Mac, &str)] = &[
    (Mac::Md5, "90ecd5149331dba01f3a1f1299670c75"),
    (Mac::Sha1, "fd24ec880bd3a663793cb45065b5d9fa1a91998c"),
    (Mac::Sha224, "2db775dfcc94bb2ad878236f3891cd01ff8d13410b8e2ec8fd0fbd8f"),
    (Mac::Sha256, "17d159e44f5e22044f42a02efa2c4c988002d1e327fa33a58e3c5ba99029a98a"),
    (
        Mac::Sha384,
        "3eb3806f44439a442b0aabc4118040c9486a5f6f724d34ebdb96a95eba61a035f9ce2ccc5e45ef9d1d3e0eb68c0809ac",
    ),
    (
        Mac::Sha512,
        "ddbf327e857fd184403c43354a3ee538e628eb611b2d09790c5521f7232d1bb7d251c5e2d58c094eaa6db73b5e0e7d9dc9440c78b075680df414ab75a8376bbf",
    ),
    (Mac::Gostr94, "671d1158588b1fef72335fe3217d6928efa24d076fe03bc3814f8207b69023fa"),
    (Mac::Streebog256, "ce8c2ef70daa75d486ebdb7e4fba7e8472ab3a27f41d2a7c8f62daf360287311"),
    (
        Mac::Streebog512,
        "658f61b5879dbc7a71ef02daba446f943ce7ea92624ab3f20f1d50e1a0fa6894b028c4a805b50672df874f0ed0dc8e05868676aaf8c8d48f789ff6d88c043b98",
    ),
    (Mac::Umac96, "b753cea5734845fee9f81e31"),
    (Mac::Umac128, "b753cea5734845fee9f81e31295a5cd8"),
    (Mac::AesCmac128, "060b902ba8b768345b255ab85c0a3dc7"),
    (Mac::AesCmac256, "e7ac1ccf0bd7e86b9c1ccbed20598d0e"),
    (Mac::AesGmac128, "0e28d97c017b6b1e04f4dbb87d052968"),
    (Mac::AesGmac192, "7363311eed19cc288a27ffec82381cea"),
    (Mac::AesGmac256, "ce8ef4a1084473d7a72f1be42b95a902"),
    (Mac::Gost28147Tc26zImit, "d0f8d269"),
    (Mac::MagmaOmac, "0d826ce9594d4df1"),
    (Mac::KuznyechikOmac, "bad5f9558eff2f7a58dc28f4e31127cd"),
];

/// Digests of "abc".
pub const DIGESTS: &[(Digest, &str)] = &[
    (Digest::Md5, "900150983cd24fb0d6963f7d28e17f72"),
    (Digest::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (Digest::Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
        Digest::Sha384,
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
    ),
    (
        Digest::Sha512,
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    ),
    (Digest::Sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
    (Digest::Sha3_224, "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"),
    (Digest::Sha3_256, "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"),
    (
        Digest::Sha3_384,
        "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
    ),
    (
        Digest::Sha3_512,
        "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
    ),
    (Digest::Gostr94, "b285056dbf18d7392d7677369524dd14747459ed8143997e163b2986f92fd42c"),
    (Digest::Streebog256, "4e2919cf137ed41ec4fb6270c61826cc4fffb660341e0af3688cd0626d23b481"),
    (
        Digest::Streebog512,
        "28156e28317da7c98f4fe2bed6b542d0dab85bb224445fcedaf75d46e26d7eb8d5997f3e0915dd6b7f0aab08d9c8beb0d8c64bae2ab8b3c8c6bc53b3bf0db728",
    ),
];

/// Keys with a signature of "known answer" that another library made.
pub const SIGNATURES: &[(Pk, Sign, &[u8], &[u8])] = &[
    (Pk::Rsa, Sign::RsaSha256, include_bytes!("self_test/rsa.p8"), include_bytes!("self_test/rsa.sig")),
    (
        Pk::RsaPss,
        Sign::RsaPssSha256,
        include_bytes!("self_test/rsa_pss.p8"),
        include_bytes!("self_test/rsa_pss.sig"),
    ),
    (Pk::Dsa, Sign::DsaSha256, include_bytes!("self_test/dsa.p8"), include_bytes!("self_test/dsa.sig")),
    (
        Pk::Ecdsa,
        Sign::EcdsaSecp256r1Sha256,
        include_bytes!("self_test/ecdsa.p8"),
        include_bytes!("self_test/ecdsa.sig"),
    ),
    (Pk::Gost01, Sign::Gost94, include_bytes!("self_test/gost01.p8"), include_bytes!("self_test/gost01.sig")),
    (
        Pk::Gost12256,
        Sign::Gost256,
        include_bytes!("self_test/gost12_256.p8"),
        include_bytes!("self_test/gost12_256.sig"),
    ),
    (
        Pk::Gost12512,
        Sign::Gost512,
        include_bytes!("self_test/gost12_512.p8"),
        include_bytes!("self_test/gost12_512.sig"),
    ),
];

/// `GNUTLS_E_NO_SELF_TEST` for a cipher without one, `GNUTLS_E_SELF_TEST_ERROR` for a wrong answer.
pub fn cipher(cipher: Cipher) -> Result<()> {
    let (key, iv) = (counted(1, cipher.key_size(), 1), counted(0x80, cipher.iv_size(), 1));
    if let Some((_, nonce, want)) = AEADS.iter().find(|row| row.0 == cipher) {
        let (iv, aad) = (counted(0x80, *nonce, 1), counted(1, 20, 1));
        let mut sealer = OneShot::new(cipher, &key)?;
        let mut text = counted(0, 37, 1);
        let mut tag = [0; 16];
        sealer.seal(&iv, &aad, &mut text, &mut tag)?;
        let whole = if sealer.tag_first() { [&tag, &text[..]] } else { [&text[..], &tag] }.concat();
        same(&whole, want)?;
        sealer.open(&iv, &aad, &mut text, &tag)?;
        if text != counted(0, 37, 1) {
            return Err(WRONG);
        }
        // What was changed must not be taken.
        tag[0] ^= 1;
        return if sealer.open(&iv, &aad, &mut text, &tag).is_err() { Ok(()) } else { Err(WRONG) };
    }
    let (_, want) = CIPHERS.iter().find(|row| row.0 == cipher).ok_or(NONE)?;
    let mut text = counted(0, 32, 1);
    Context::new(cipher, &key, &iv)?.encrypt(&mut text)?;
    same(&text, want)?;
    Context::new(cipher, &key, &iv)?.decrypt(&mut text)?;
    if text == counted(0, 32, 1) { Ok(()) } else { Err(WRONG) }
}

/// As [`cipher`].
pub fn mac(mac: Mac) -> Result<()> {
    let (_, want) = MACS.iter().find(|row| row.0 == mac).ok_or(NONE)?;
    let (key, text) = (counted(1, mac.key_size(), 1), counted(0, 67, 7));
    let mut running = Running::new(mac, &key)?;
    if mac.nonce_size() > 0 {
        running.set_nonce(&counted(0x80, mac.nonce_size(), 1))?;
    }
    running.update(&text[..50])?;
    running.update(&text[50..])?;
    same(&running.finish()?, want)
}

/// As [`cipher`].
pub fn digest(digest: Digest) -> Result<()> {
    let (_, want) = DIGESTS.iter().find(|row| row.0 == digest).ok_or(NONE)?;
    same(&hash::digest(digest, b"abc")?, want)
}

/// HKDF: RFC 5869 appendix A.1.
pub fn hkdf(mac: Mac) -> Result<()> {
    if mac != Mac::Sha256 {
        return Err(NONE);
    }
    let prk = kdf::hkdf_extract(Digest::Sha256, &counted(0, 13, 1), &[0x0b; 22]);
    same(prk.as_ref(), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")?;
    let mut okm = [0; 42];
    kdf::hkdf_expand(Digest::Sha256, prk.as_ref(), &counted(0xf0, 10, 1), &mut okm);
    same(&okm, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
}

/// PBKDF2: RFC 7914 section 11.
pub fn pbkdf2(mac: Mac) -> Result<()> {
    if mac != Mac::Sha256 {
        return Err(NONE);
    }
    let mut key = [0; 64];
    kdf::pbkdf2(Digest::Sha256, b"passwd", b"salt", 1, &mut key)?;
    same(
        &key,
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
         49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
    )
}

/// The MACs of [`tls_prf`].
pub const PRFS: [Mac; 3] = [Mac::Md5Sha1, Mac::Sha256, Mac::Sha384];

/// The PRF of TLS 1.2 with the vectors for P_SHA256 and P_SHA384 that the TLS working group circulated, and that of TLS 1.0
/// with OpenSSL's answer to the inputs of the first.
pub fn tls_prf(mac: Mac) -> Result<()> {
    let (digest, secret, seed, want): (_, [u8; 16], [u8; 16], _) = match mac {
        Mac::Md5Sha1 => (
            Digest::Md5Sha1,
            0x9bbe436ba940f017b17652849a71db35_u128.to_be_bytes(),
            0xa0ba9f936cda311827a6f796ffd5198c_u128.to_be_bytes(),
            "661740e6f98bc901efd2738502a71c03f76dd2f86298549b1148eff06714cf0f6b7c532cd8c69f1530e0bb680eec34c4",
        ),
        Mac::Sha256 => (
            Digest::Sha256,
            0x9bbe436ba940f017b17652849a71db35_u128.to_be_bytes(),
            0xa0ba9f936cda311827a6f796ffd5198c_u128.to_be_bytes(),
            "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af",
        ),
        Mac::Sha384 => (
            Digest::Sha384,
            0xb80b733d6ceefcdc71566ea48e5567df_u128.to_be_bytes(),
            0xcd665cf6a8447dd6ff8b27555edb7465_u128.to_be_bytes(),
            "7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82b1233c9146a0",
        ),
        _ => return Err(NONE),
    };
    let mut out = [0; 48];
    kdf::tls_prf(digest, &secret, b"test label", &seed, &mut out);
    same(&out, want)
}

/// Signatures: one that another library made is taken, one of ours too, and neither with another
/// message. DH: both sides agree.
pub fn pk(pk: Pk) -> Result<()> {
    if pk == Pk::Dh {
        let make = || PrivateKey::generate_dh(&primes::FFDHE2048, &primes::FFDHE2048_Q, &[2], 0);
        let (one, two) = (make()?, make()?);
        let agreed = one.derive(two.public())?;
        return if agreed == two.derive(one.public())? { Ok(()) } else { Err(WRONG) };
    }
    let (_, sign, key, known) = SIGNATURES.iter().find(|row| row.0 == pk).ok_or(NONE)?;
    let key = PrivateKey::from_pkcs8(key)?;
    let (public, message) = (key.public(), b"known answer");
    let made = key.sign(*sign, message)?;
    // PKCS #1 v1.5 alone has one signature for a message.
    let same = pk != Pk::Rsa || made == *known;
    let good = public.verify(*sign, message, known).is_ok() && public.verify(*sign, message, &made).is_ok();
    let bad =
        public.verify(*sign, b"another", known).is_ok() || public.verify(*sign, b"another", &made).is_ok();
    if same && good && !bad { Ok(()) } else { Err(WRONG) }
}

/// Every test of this file.
pub fn all() -> Result<()> {
    CIPHERS.iter().map(|row| row.0).chain(AEADS.iter().map(|row| row.0)).try_for_each(cipher)?;
    MACS.iter().try_for_each(|row| mac(row.0))?;
    DIGESTS.iter().try_for_each(|row| digest(row.0))?;
    SIGNATURES.iter().map(|row| row.0).chain([Pk::Dh]).try_for_each(pk)?;
    [hkdf, pbkdf2].iter().try_for_each(|test| test(Mac::Sha256))?;
    PRFS.into_iter().try_for_each(tls_prf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_known() {
        for c in CIPHERS.iter().map(|r| r.0).chain(AEADS.iter().map(|r| r.0)) {
            assert_eq!(cipher(c), Ok(()), "{c:?}");
        }
        assert!(MACS.iter().all(|r| mac(r.0).is_ok()));
        assert!(DIGESTS.iter().all(|r| digest(r.0).is_ok()));
        for row in SIGNATURES {
            assert_eq!(pk(row.0), Ok(()), "{:?}", row.0);
        }
        assert_eq!(pk(Pk::Dh), Ok(()));
        assert!(hkdf(Mac::Sha256).is_ok() && pbkdf2(Mac::Sha256).is_ok());
        assert!(PRFS.iter().all(|m| tls_prf(*m).is_ok()) && tls_prf(Mac::Md5) == Err(NONE));
    }

    #[test]
    fn a_wrong_answer_is_noticed() {
        assert_eq!(same(&[0xab, 0x12], "ab12"), Ok(()));
        for other in ["ab13", "ab", "ab1200"] {
            assert_eq!(same(&[0xab, 0x12], other), Err(WRONG));
        }
        assert_eq!(cipher(Cipher::Null), Err(NONE));
    }
}
