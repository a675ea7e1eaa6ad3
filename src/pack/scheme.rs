//! Schemes: how a product is assessed, what a credit costs, what counts as a cluster.

use super::{Entry, Sourced};
use crate::plan::{Country, CreditMethod, Currency, Decimal, Key, Lang, Text};

/// What one pack says about schemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schemes {
    /// Its key; a pack with the same key takes its place.
    pub key: Key,
    /// Languages whose wording in this pack a native reader has checked.
    pub reviewed: Vec<Lang>,
    /// Ways to assess a product.
    pub assessments: Vec<Assessment>,
    /// Credit schemes.
    pub credits: Vec<CreditScheme>,
    /// What counts as a cluster.
    pub clusters: Vec<Sourced<Entry>>,
}

/// A way to assess a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its key, which plans carry.
    pub key: Key,
    /// Its name, with where it comes from and what to know about it.
    pub name: Sourced<Text>,
    /// The country that uses it.
    pub country: Option<Country>,
    /// What has to be there before points count.
    pub licences: Vec<Sourced<Licence>>,
    /// The criteria in their groups.
    pub groups: Vec<CriterionGroup>,
    /// What stars mean for who helps.
    pub stars: Vec<Sourced<StarBand>>,
    /// What else is good to know.
    pub facts: Vec<Sourced<Entry>>,
}

/// A licence that a product needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its key, which plans carry.
    pub key: Key,
    /// Its name.
    pub name: Text,
    /// What happens without it.
    pub about: Text,
}

/// Criteria that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionGroup {
    /// Its name.
    pub name: Text,
    /// The most points that it gives.
    pub points: Option<u32>,
    /// Its criteria.
    pub criteria: Vec<ProductCriterion>,
}

/// A criterion of a product assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductCriterion {
    /// Its key, which plans carry.
    pub key: Key,
    /// Its name.
    pub name: Text,
    /// Its steps that are known, the first one gives one point.
    pub steps: Vec<Text>,
    /// What to know about it.
    pub note: Text,
}

/// What some stars mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarBand {
    /// The fewest stars, from 1.
    pub from: u8,
    /// The most stars, to 5.
    pub to: u8,
    /// Who helps the producer.
    pub supporter: Text,
}

/// The terms of a credit scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditScheme {
    /// Its key, which plans carry.
    pub key: Key,
    /// Its name.
    pub name: Text,
    /// The country that has it.
    pub country: Option<Country>,
    /// The currency it lends.
    pub currency: Option<Currency>,
    /// Interest a year, in percent.
    pub annual_rate_percent: Option<Sourced<Decimal>>,
    /// How interest is counted.
    pub method: Option<Sourced<CreditMethod>>,
    /// The most that it lends.
    pub ceiling: Option<Sourced<Decimal>>,
    /// The most monthly instalments.
    pub months: Option<Sourced<i32>>,
    /// Interest a year that the state pays, in percent.
    pub subsidy_rate_percent: Option<Sourced<Decimal>>,
    /// What else is good to know.
    pub facts: Vec<Sourced<Entry>>,
}

impl Assessment {
    /// The criterion with this key.
    #[must_use]
    pub fn criterion(&self, key: &Key) -> Option<&ProductCriterion> {
        self.groups.iter().flat_map(|group| &group.criteria).find(|criterion| criterion.key == *key)
    }

    /// The licence with this key.
    #[must_use]
    pub fn licence(&self, key: &Key) -> Option<&Sourced<Licence>> {
        self.licences.iter().find(|licence| licence.value.key == *key)
    }

    /// What a number of stars means for who helps.
    #[must_use]
    pub fn star_band(&self, stars: u8) -> Option<&Sourced<StarBand>> {
        self.stars.iter().find(|band| (band.value.from..=band.value.to).contains(&stars))
    }
}
