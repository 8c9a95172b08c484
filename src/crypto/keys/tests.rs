//! Round trips, test vectors of RFCs, and invalid inputs.
use super::super::aws_lc;
use super::*;
use crate::abi::*;
use crate::alg::ids::{Curve, Pk, Sign};
use crate::crypto::hex;
use crate::error::Result;

const RSA: [Sign; 10] = [
    Sign::RsaSha,
    Sign::RsaSha224,
    Sign::RsaSha256,
    Sign::RsaSha384,
    Sign::RsaSha512,
    Sign::RsaPssRsaeSha256,
    Sign::RsaPssRsaeSha384,
    Sign::RsaPssRsaeSha512,
    Sign::RsaPssSha256,
    Sign::RsaPssSha512,
];
const EC: [Sign; 5] =
    [Sign::EcdsaSha1, Sign::EcdsaSha224, Sign::EcdsaSha256, Sign::EcdsaSha384, Sign::EcdsaSha512];

fn round_trip(key: &PrivateKey, signs: &[Sign]) {
    let public = PublicKey::from_spki(key.public().spki()).unwrap();
    for &s in signs {
        let mut sig = key.sign(s, b"message").unwrap();
        public.verify(s, b"message", &sig).unwrap();
        let failed = |r: Result<()>| assert_eq!(r.unwrap_err().code(), GNUTLS_E_PK_SIG_VERIFY_FAILED);
        failed(public.verify(s, b"massage", &sig));
        failed(public.verify(s, b"message", &sig[1..]));
        failed(public.verify(s, b"message", &[]));
        *sig.last_mut().unwrap() ^= 1;
        failed(public.verify(s, b"message", &sig));
    }
}

#[test]
fn rsa_signs_with_every_scheme() {
    for bits in [1024, 2048] {
        let key = PrivateKey::generate_rsa(bits).unwrap();
        assert_eq!((key.pk(), key.bits(), key.curve()), (Pk::Rsa, bits, None));
        // 1024 bits are too few for a SHA-512 PSS with its salt: 64 + 64 + 2 > 128.
        round_trip(&key, if bits == 1024 { &RSA[..7] } else { &RSA });
        let again = PrivateKey::from_pkcs1(&key.to_pkcs1().unwrap()).unwrap();
        assert_eq!(again.public().spki(), key.public().spki());
        let wrong = key.sign(Sign::EcdsaSha256, b"");
        assert_eq!(wrong.unwrap_err().code(), GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
        let pss = key.for_use(&RsaUse::Pss(None)).unwrap();
        assert_eq!(pss.pk(), Pk::RsaPss);
        round_trip(&pss, &[Sign::RsaPssSha256]);
        assert!(pss.sign(Sign::RsaSha256, b"").is_err() && pss.sign(Sign::RsaPssRsaeSha256, b"").is_err());
    }
}

#[test]
fn ecdsa_signs_any_digest_on_any_curve() {
    for (curve, bits) in
        [(Curve::Secp224r1, 224), (Curve::Secp256r1, 256), (Curve::Secp384r1, 384), (Curve::Secp521r1, 528)]
    {
        let key = PrivateKey::generate_ec(curve).unwrap();
        assert_eq!((key.pk(), key.bits(), key.curve()), (Pk::Ecdsa, bits, Some(curve)));
        round_trip(&key, &EC);
        let again = PrivateKey::from_sec1(curve, &key.scalar().unwrap()).unwrap();
        assert_eq!(again.public().spki(), key.public().spki());
        assert_eq!(
            key.sign(Sign::EcdsaSecp256r1Sha256, b"").is_ok(),
            curve == Curve::Secp256r1,
            "TLS 1.3 ties the curve to the scheme"
        );
        assert!(PrivateKey::from_sec1(curve, &[0]).is_err());
        assert!(PrivateKey::from_sec1(curve, &vec![0xff; (bits / 8) as usize]).is_err());
    }
}

#[test]
fn ecdsa_signatures_are_strict_der() {
    let key = PrivateKey::generate_ec(Curve::Secp256r1).unwrap();
    let sig = key.sign(Sign::EcdsaSha256, b"m").unwrap();
    let mut long = sig.clone();
    long.insert(1, 0x81); // a length in two bytes instead of one
    let trailing = [&sig[..], &[0]].concat();
    for bad in [long, trailing] {
        assert!(key.public().verify(Sign::EcdsaSha256, b"m", &bad).is_err());
    }
}

#[test]
fn ed25519_of_rfc8032() {
    let seed = hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    let key = PrivateKey::from_edwards(Curve::Ed25519, &seed).unwrap();
    assert_eq!(
        key.public().point().unwrap(),
        hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
    );
    assert_eq!(
        key.sign(Sign::EddsaEd25519, &[0xaf, 0x82]).unwrap(),
        hex(concat!(
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac",
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ))
    );
    assert_eq!(*key.scalar().unwrap(), seed);
    round_trip(&key, &[Sign::EddsaEd25519]);
    // RFC 8410 section 10.3.
    let p8 = hex(
        "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842",
    );
    let key = PrivateKey::from_pkcs8(&p8).unwrap();
    assert_eq!(
        key.public().point().unwrap(),
        hex("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1")
    );
}

#[test]
fn bad_keys_are_errors() {
    let good = PrivateKey::generate_ec(Curve::Secp256r1).unwrap();
    let spki = good.public().spki();
    for n in 0..spki.len() {
        assert!(PublicKey::from_spki(&spki[..n]).is_err());
    }
    let mut off = spki.to_vec();
    *off.last_mut().unwrap() ^= 1;
    assert_eq!(PublicKey::from_spki(&off).err().unwrap().code(), GNUTLS_E_PK_INVALID_PUBKEY);
    assert_eq!(PrivateKey::from_pkcs1(&[0x30, 0]).err().unwrap().code(), GNUTLS_E_PK_INVALID_PRIVKEY);
    assert_eq!(PrivateKey::from_pkcs8(&[]).err().unwrap().code(), GNUTLS_E_ASN1_TAG_ERROR);
    // An even modulus can be read, but verification fails.
    let even = PublicKey::from_rsa(&[0x80; 128], &[3]).unwrap();
    assert_eq!(even.bits(), 1024);
    let r = even.verify(Sign::RsaSha256, b"", &[0; 128]);
    assert_eq!(r.unwrap_err().code(), GNUTLS_E_PK_SIG_VERIFY_FAILED);
}

// RFC 6979 appendix A.2.5, SHA-256 over "sample".
#[test]
fn ecdsa_of_rfc6979() {
    let key = PrivateKey::from_sec1(
        Curve::Secp256r1,
        &hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"),
    )
    .unwrap();
    let options = SignOptions { deterministic: true, ..Default::default() };
    let made = key.sign_with(Sign::EcdsaSha256, b"sample", options).unwrap();
    assert_eq!(
        made,
        hex(concat!(
            "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
            "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
        ))
    );
    // Appendix A.2.7: the size of the order of P-521 is not a whole number of bytes.
    let key = PrivateKey::from_sec1(
        Curve::Secp521r1,
        &hex(concat!(
            "00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec",
            "67db89ec0c08b0e996b83538"
        )),
    )
    .unwrap();
    let made = key.sign_with(Sign::EcdsaSha512, b"sample", options).unwrap();
    assert_eq!(
        made,
        hex(concat!(
            "308187024200c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606add152b534931",
            "d7d4e8455cc91f9b15bf05ec36e377fa0241617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af282623eaa63e",
            "5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a"
        ))
    );
}

// RFC 6979 appendix A.2.1, SHA-256 over "sample".
#[test]
fn dsa_of_rfc6979() {
    let (p, q, g, x) = (
        hex(concat!(
            "86f5ca03dcfeb225063ff830a0c769b9dd9d6153ad91d7ce27f787c43278b447e6533b86b18bed6e8a48b784a14c252c5be0",
            "dbf60b86d6385bd2f12fb763ed8873abfd3f5ba2e0a8c0a59082eac056935e529daf7c610467899c77adedfc846c881870b7",
            "b19b2b58f9be0521a17002e3bdd6b86685ee90b3d9a1b02b782b1779",
        )),
        hex("996f967f6c8e388d9e28d01e205fba957a5698b1"),
        hex(concat!(
            "07b0f92546150b62514bb771e2a0c0ce387f03bda6c56b505209ff25fd3c133d89bbcd97e904e09114d9a7defdeadfc9078e",
            "a544d2e401aeecc40bb9fbbf78fd87995a10a1c27cb7789b594ba7efb5c4326a9fe59a070e136db77175464adca417be5dce",
            "2f40d10a46a3a3943f26ab7fd9c0398ff8c76ee0a56826a8a88f1dbd",
        )),
        hex("411602cb19a6ccc34494d79d98ef1e7ed5af25f7"),
    );
    let key = PrivateKey::from_dsa(&p, &q, &g, &x).unwrap();
    assert_eq!((key.pk(), key.bits()), (Pk::Dsa, 1024));
    let options = SignOptions { deterministic: true, ..Default::default() };
    assert_eq!(
        key.sign_with(Sign::DsaSha256, b"sample", options).unwrap(),
        hex("302d02150081f2f5850be5bc123c43f71a3033e9384611c54502144cdd914b65eb6c66a8aaad27299bee6b035f5e89")
    );
    round_trip(&key, &[Sign::DsaSha, Sign::DsaSha256, Sign::DsaSha512]);
    let again = PrivateKey::generate_dsa(&p, &q, &g).unwrap();
    round_trip(&again, &[Sign::DsaSha256]);
    assert_eq!(PrivateKey::from_dsa(&p, &q, &g, &q).err().unwrap().code(), GNUTLS_E_PK_INVALID_PRIVKEY);
    assert!(PrivateKey::from_dsa(&p, &q, &g, &[]).is_err());
    // An order of a million bits is rejected before it is used as an exponent.
    let long = vec![0xff; 125_000];
    assert!(PrivateKey::from_dsa(&p, &long, &g, &long[1..]).is_err());
    // Signing with a base of zero fails after a limited number of attempts.
    let none = PrivateKey::from_dsa(&p, &q, &[], &x).unwrap();
    for options in [options, SignOptions::default()] {
        let code = none.sign_with(Sign::DsaSha256, b"sample", options).unwrap_err().code();
        assert_eq!(code, GNUTLS_E_PK_SIGN_FAILED);
    }
    // A small secret can be used for signing.
    let small = PrivateKey::from_dsa(&p, &q, &g, &[3]).unwrap();
    let signature = small.sign_with(Sign::DsaSha256, b"sample", options).unwrap();
    small.public().verify(Sign::DsaSha256, b"sample", &signature).unwrap();
}

/// Signatures of an expanded key with inconsistent parts could never be verified.
#[test]
fn damaged_mldsa_keys_are_refused() {
    for pk in [Pk::Mldsa44, Pk::Mldsa65, Pk::Mldsa87] {
        let sound = aws_lc::PqKey::from_seed(pk, &[7; 32]).unwrap();
        let expanded = sound.expanded().unwrap();
        let again = aws_lc::PqKey::from_expanded(pk, &expanded).unwrap();
        again.verify(b"message", &sound.sign(b"message").unwrap()).unwrap();
        // FIPS 204 algorithm 24: rho, K, tr, s1, s2, t0.
        for at in [0, 64, 130, expanded.len() - 1] {
            let mut damaged = expanded.clone();
            damaged[at] ^= 1;
            assert!(aws_lc::PqKey::from_expanded(pk, &damaged).is_none(), "{pk:?} {at}");
        }
    }
}

// RFC 8032 section 7.4, "1 octet".
#[test]
fn ed448_of_rfc8032() {
    let seed = hex(
        "c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463afbea67c5e8d2877c5e3bc397a659949ef8021e954e0a12274e",
    );
    let key = PrivateKey::from_edwards(Curve::Ed448, &seed).unwrap();
    assert_eq!(
        key.public().point().unwrap(),
        hex(
            "43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798c0866aea01eb00742802b8438ea4cb82169c235160627b4c3a9480"
        )
    );
    assert_eq!(
        key.sign(Sign::EddsaEd448, &[3]).unwrap(),
        hex(concat!(
            "26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f4352541b143c4b981b7e18f62de8ccdf633fc1bf037ab7c",
            "d779805e0dbcc0aae1cbcee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472905e799f1953d2a0ff3348ab21aa4adafd1d23444",
            "1cf807c03a00"
        ))
    );
    round_trip(&key, &[Sign::EddsaEd448]);
}

// RFC 7748 sections 6.1 and 6.2.
#[test]
fn xdh_of_rfc7748() {
    for (curve, a, b, public, shared) in [
        (
            Curve::X25519,
            "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
            "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
            "",
            "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
        ),
        (
            Curve::X448,
            "9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b",
            "1c306a7ac2a0e2e0990b294470cba339e6453772b075811d8fad0d1d6927c120bb5ee8972b0d3e21374c9c921b09d1b0366f10b65173992d",
            "9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c22c5d9bbc836647241d953d40c5b12da88120d53177f80e532c41fa0",
            "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a449a5037514a879d",
        ),
    ] {
        let (a, b) = (
            PrivateKey::from_edwards(curve, &hex(a)).unwrap(),
            PrivateKey::from_edwards(curve, &hex(b)).unwrap(),
        );
        if !public.is_empty() {
            assert_eq!(a.public().point().unwrap(), hex(public));
        }
        assert_eq!(*a.derive(b.public()).unwrap(), hex(shared));
        assert_eq!(*b.derive(a.public()).unwrap(), hex(shared));
        let zero = PublicKey::from_edwards(curve, &vec![0; curve.size()]).unwrap();
        assert_eq!(a.derive(&zero).err().unwrap().code(), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
    }
}

#[test]
fn other_kinds_sign_and_read_back() {
    let gost = |curve, digest| GostParams::new(curve, digest, None).unwrap();
    use crate::alg::ids::Digest;
    for (key, sign) in [
        (PrivateKey::generate_pq(Pk::Mldsa44).unwrap(), Sign::Mldsa44),
        (PrivateKey::generate_pq(Pk::Mldsa65).unwrap(), Sign::Mldsa65),
        (PrivateKey::generate_pq(Pk::Mldsa87).unwrap(), Sign::Mldsa87),
        (PrivateKey::generate_edwards(Curve::Ed448).unwrap(), Sign::EddsaEd448),
        (PrivateKey::generate_ec(Curve::Secp192r1).unwrap(), Sign::EcdsaSha256),
    ] {
        round_trip(&key, &[sign]);
    }
    let kem = PrivateKey::generate_pq(Pk::Mlkem768).unwrap();
    assert!(kem.sign(Sign::Mldsa65, b"").is_err());
    assert_eq!(PublicKey::from_spki(kem.public().spki()).unwrap().pk(), Pk::Mlkem768);
    for (curve, digest, hash, sign) in [
        (Curve::Gost256cpa, Digest::Gostr94, 32, Sign::Gost94),
        (Curve::Gost256b, Digest::Streebog256, 32, Sign::Gost256),
        (Curve::Gost512a, Digest::Streebog512, 64, Sign::Gost512),
    ] {
        let key = PrivateKey::generate_gost(gost(curve, digest)).unwrap();
        let hash = vec![7; hash];
        let signature = key.sign_hash(sign, &hash).unwrap();
        let public = PublicKey::from_spki(key.public().spki()).unwrap();
        public.verify_hash(sign, &hash, &signature).unwrap();
        let again = PrivateKey::from_gost(gost(curve, digest), &key.scalar().unwrap()).unwrap();
        assert!(again.public() == key.public());
        let mut other = hash.clone();
        other[0] ^= 1;
        assert!(public.verify_hash(sign, &other, &signature).is_err());
    }
}

#[test]
fn long_rsa_numbers_are_refused() {
    let long = vec![0xff; 1 << 20];
    assert!(RsaComponents::complete(&long, &[1, 0, 1], &long, &long, [None; 4]).is_none());
}

#[test]
fn rsa_decrypts() {
    let key = PrivateKey::generate_rsa(2048).unwrap();
    let failed = |r: Result<()>| assert_eq!(r.unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
    let label = OaepParams { digest: crate::alg::ids::Digest::Sha384, label: b"label".to_vec() };
    for usage in [RsaUse::Any, RsaUse::Oaep(None), RsaUse::Oaep(Some(label))] {
        let key = key.for_use(&usage).unwrap();
        let public = PublicKey::from_spki(key.public().spki()).unwrap();
        assert_eq!(public.rsa_use(), Some(&usage));
        for len in [0, 1, 48, 100] {
            let message = vec![5; len];
            let sealed = public.encrypt(&message).unwrap();
            assert_eq!(*key.decrypt(&sealed).unwrap(), message);
            let mut out = vec![9; len];
            key.decrypt_into(&sealed, &mut out).unwrap();
            assert_eq!(out, message);
            let mut longer = vec![9; len + 1];
            failed(key.decrypt_into(&sealed, &mut longer));
            assert_eq!(longer, vec![9; len + 1]);
            let mut bad = sealed.clone();
            bad[17] ^= 1;
            failed(key.decrypt(&bad).map(|_| ()));
            failed(key.decrypt(&sealed[1..]).map(|_| ()));
        }
        assert_eq!(public.encrypt(&[0; 250]).err().unwrap().code(), GNUTLS_E_ENCRYPTION_FAILED);
    }
}
