//! One event, one shard, one thing at a time. There are no locks on seats.

use std::collections::HashMap;

/// Who holds each place; `None` is free.
pub struct Shard {
    places: HashMap<String, Option<String>>,
}

impl Shard {
    pub fn new<const N: usize>(places: [&str; N]) -> Self {
        Shard {
            places: places.iter().map(|place| (place.to_string(), None)).collect(),
        }
    }

    /// Holds all of the places, or none. The error names the first that is taken.
    pub fn hold(&mut self, order: &str, wanted: &[&str]) -> Result<(), String> {
        if let Some(taken) = wanted.iter().find(|place| !self.is_free(place)) {
            return Err(taken.to_string());
        }
        for place in wanted {
            self.places.insert(place.to_string(), Some(order.to_string()));
        }
        Ok(())
    }

    /// Frees what an order holds.
    pub fn release(&mut self, order: &str) {
        for holder in self.places.values_mut() {
            if holder.as_deref() == Some(order) {
                *holder = None;
            }
        }
    }

    fn is_free(&self, place: &str) -> bool {
        matches!(self.places.get(place), Some(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_sold_once() {
        let mut shard = Shard::new(["A-1-1"]);
        assert!(shard.hold("first", &["A-1-1"]).is_ok());
        assert_eq!(shard.hold("second", &["A-1-1"]), Err("A-1-1".into()));
    }

    #[test]
    fn all_or_none() {
        let mut shard = Shard::new(["A-1-1", "A-1-2"]);
        shard.hold("first", &["A-1-2"]).unwrap();
        assert!(shard.hold("second", &["A-1-1", "A-1-2"]).is_err());
        assert!(shard.is_free("A-1-1"));
    }
}
