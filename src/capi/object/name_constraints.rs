//! Name constraints (RFC 5280 section 4.2.1.10).
use crate::abi::gnutls_name_constraints_st;
use crate::asn1::der::Reader;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::object::alt_name::AltName;
use crate::error::{Error, INVALID_REQUEST, Result};
use crate::pki::ext;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::verify::constraints;

/// The object of a `gnutls_x509_name_constraints_t`.
#[derive(Default)]
pub struct NameConstraints {
    pub(crate) permitted: Vec<AltName>,
    pub(crate) excluded: Vec<AltName>,
}

// SAFETY: all handles are created by `gnutls_x509_name_constraints_init`.
unsafe impl Opaque for gnutls_name_constraints_st {
    type Object = NameConstraints;
}

impl NameConstraints {
    pub(crate) fn encoded(&self) -> Result<[Vec<Vec<u8>>; 2]> {
        let each = |list: &[AltName]| list.iter().map(AltName::to_der).collect::<Result<Vec<_>>>();
        Ok([each(&self.permitted)?, each(&self.excluded)?])
    }

    /// The content of the extension. Fails with `GNUTLS_E_INVALID_REQUEST` if there are no constraints.
    pub fn to_der(&self) -> Result<Vec<u8>> {
        let [permitted, excluded] = self.encoded()?;
        if permitted.is_empty() && excluded.is_empty() {
            return Err(INVALID_REQUEST);
        }
        Ok(ext::name_constraints::write(&permitted, &excluded))
    }

    /// Calls `f` with the constraints in the form of `pki`.
    pub(crate) fn with<T>(
        &self,
        f: impl FnOnce(&ext::name_constraints::NameConstraints<'_>) -> T,
    ) -> Result<T> {
        let [permitted, excluded] = self.encoded()?;
        let read = |list: &'_ [Vec<u8>]| -> Result<()> {
            list.iter().try_for_each(|n| GeneralName::read(&mut Reader::new(n)).map(|_| ()))
        };
        read(&permitted)?;
        read(&excluded)?;
        let names = ext::name_constraints::NameConstraints {
            permitted: permitted.iter().filter_map(|n| GeneralName::read(&mut Reader::new(n)).ok()).collect(),
            excluded: excluded.iter().filter_map(|n| GeneralName::read(&mut Reader::new(n)).ok()).collect(),
            ..Default::default()
        };
        Ok(f(&names))
    }

    /// Reads the extension's content. With `append`, the permitted subtrees are intersected with the existing
    /// ones (RFC 5280 section 6.1.4).
    pub(crate) fn import(&mut self, value: &[u8], append: bool) -> Result<()> {
        let read = ext::name_constraints::read(value)?;
        let each =
            |list: &[GeneralName<'_>]| list.iter().map(AltName::read_constraint).collect::<Result<Vec<_>>>();
        let mut new = NameConstraints { permitted: each(&read.permitted)?, excluded: each(&read.excluded)? };
        if append && !(self.permitted.is_empty() && self.excluded.is_empty()) {
            let (permitted, impossible) = self.with(|old| {
                let (both, impossible) = constraints::intersection(&old.permitted, &read.permitted);
                Ok::<_, Error>((each(&both)?, each(&impossible)?))
            })??;
            new.permitted = permitted;
            // For types whose intersection is empty, all names are excluded.
            new.excluded.extend(impossible);
            new.excluded.splice(0..0, self.excluded.drain(..));
        }
        *self = new;
        Ok(())
    }
}
