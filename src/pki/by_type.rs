//! An index by type: finds the i-th item of a type without iterating over all items.

/// Item indices sorted by type. Items of the same type stay in their original order.
#[derive(Clone, Default, Debug)]
pub(super) struct ByType(Vec<u32>);

impl ByType {
    /// Indexes `n` items. `oid` returns the type of an item, which must never change.
    pub(super) fn of<'a>(n: usize, oid: impl Fn(usize) -> &'a [u8]) -> ByType {
        let mut order: Vec<u32> = (0..n as u32).collect();
        order.sort_by_key(|&i| oid(i as usize));
        ByType(order)
    }

    /// The index of the `i`-th item of a type.
    pub(super) fn find<'a>(&self, wanted: &[u8], i: usize, oid: impl Fn(usize) -> &'a [u8]) -> Option<usize> {
        let first = self.0.partition_point(|&at| oid(at as usize) < wanted);
        let at = *self.0.get(first.checked_add(i)?)? as usize;
        Some(at).filter(|&at| oid(at) == wanted)
    }

    /// Whether two items have the same type.
    pub(super) fn repeats<'a>(&self, oid: impl Fn(usize) -> &'a [u8]) -> bool {
        self.0.windows(2).any(|w| oid(w[0] as usize) == oid(w[1] as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_a_type_in_its_order() {
        let types: [&[u8]; 5] = [b"b", b"a", b"b", b"", b"b"];
        let oid = |i: usize| types[i];
        let index = ByType::of(types.len(), oid);
        let all = |t: &[u8]| (0..).map_while(|i| index.find(t, i, oid)).collect::<Vec<_>>();
        assert_eq!((all(b"b"), all(b"a"), all(b""), all(b"c")), (vec![0, 2, 4], vec![1], vec![3], vec![]));
        assert_eq!(index.find(b"b", usize::MAX, oid), None);
        assert!(index.repeats(oid) && !ByType::of(2, oid).repeats(oid));
    }
}
