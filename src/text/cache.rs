//! A cache of bounded memory.

use foldhash::fast::{FixedState, RandomState};
use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash};
use std::sync::Arc;

/// Keeps what was used lately. What was not touched while half of the limit was filled anew is forgotten, so nothing has
/// to be counted on a hit.
pub(super) struct Cache<V> {
    young: Kept<V>,
    old: Kept<V>,
    weight: usize,
    limit: usize,
}

type Kept<V> = HashMap<u64, Arc<V>, RandomState>;

/// The key of anything that can be hashed. Quick rather than safe from malice: who asks compares what is found.
pub(super) fn key(of: impl Hash) -> u64 {
    FixedState::default().hash_one(of)
}

impl<V> Cache<V> {
    /// A cache of about so many bytes.
    pub fn new(limit: usize) -> Self {
        Self { young: Kept::default(), old: Kept::default(), weight: 0, limit: limit / 2 }
    }

    pub fn clear(&mut self) {
        *self = Self::new(self.limit * 2);
    }

    /// What is kept under a key; `weight` tells the bytes of what is found, `fits` whether it is what was meant.
    pub fn get(
        &mut self,
        key: u64,
        weight: impl Fn(&V) -> usize,
        fits: impl Fn(&V) -> bool,
    ) -> Option<Arc<V>> {
        if let Some(found) = self.young.get(&key) {
            return fits(found).then(|| Arc::clone(found));
        }
        let found = self.old.remove(&key).filter(|v| fits(v))?;
        self.put(key, Arc::clone(&found), weight(&found));
        Some(found)
    }

    pub fn put(&mut self, key: u64, value: Arc<V>, weight: usize) {
        if self.weight + weight > self.limit && !self.young.is_empty() {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
        self.weight += weight;
        self.young.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_bounded_and_what_is_used_stays() {
        let mut cache = Cache::new(1000);
        for i in 0..100_u64 {
            assert!(i == 0 || cache.get(0, |_| 10, |_| true).is_some(), "used each round: {i}");
            cache.put(i, Arc::new(i), 10);
        }
        assert!(cache.young.len() + cache.old.len() <= 101);
        assert!(cache.get(99, |_| 10, |v| *v == 99).is_some());
        assert!(cache.get(1, |_| 10, |_| true).is_none(), "forgotten");
        assert!(
            cache.get(99, |_| 10, |v| *v == 1).is_none(),
            "another value under the same key is not given out"
        );
    }
}
