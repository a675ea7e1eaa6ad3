//! Risks by likelihood and impact.

use crate::plan::{Id, Plan, Rating, Risk};

choice! {
    /// How much a risk weighs: likelihood times impact in four bands (1-4, 5-9, 10-15 and 16-25; `domain` 1.3).
    RiskBand = "risk-band" {
        /// 1 to 4.
        Low = "low",
        /// 5 to 9.
        Medium = "medium",
        /// 10 to 15.
        High = "high",
        /// 16 to 25.
        VeryHigh = "very-high",
    }
}

impl RiskBand {
    /// The band of a product of likelihood and impact.
    #[must_use]
    pub const fn of(significance: u8) -> Self {
        match significance {
            0..=4 => Self::Low,
            5..=9 => Self::Medium,
            10..=15 => Self::High,
            _ => Self::VeryHigh,
        }
    }

    /// Its lowest and highest product.
    #[must_use]
    pub const fn range(self) -> (u8, u8) {
        match self {
            Self::Low => (1, 4),
            Self::Medium => (5, 9),
            Self::High => (10, 15),
            Self::VeryHigh => (16, 25),
        }
    }
}

/// The risks of a plan, each where its likelihood and impact put it.
#[derive(Debug, Clone, Default)]
pub struct RiskMap {
    cells: [[Vec<Id<Risk>>; 5]; 5],
    /// Those without likelihood or impact.
    pub unplaced: Vec<Id<Risk>>,
}

impl RiskMap {
    /// Places every risk, in the order of the plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut map = Self::default();
        for risk in plan.risks.iter() {
            match (risk.likelihood, risk.impact) {
                (Some(likelihood), Some(impact)) => map.cells[at(likelihood)][at(impact)].push(risk.id),
                _ => map.unplaced.push(risk.id),
            }
        }
        map
    }

    /// The risks of one likelihood and one impact.
    #[must_use]
    pub fn cell(&self, likelihood: Rating, impact: Rating) -> &[Id<Risk>] {
        &self.cells[at(likelihood)][at(impact)]
    }

    /// The placed risks, the heaviest first; of two that weigh the same the one with more impact.
    #[must_use]
    pub fn heaviest(&self) -> Vec<Id<Risk>> {
        let mut cells: Vec<(usize, usize)> = (0..25).map(|i| (i / 5, i % 5)).collect();
        cells.sort_by_key(|(likelihood, impact)| {
            std::cmp::Reverse(((likelihood + 1) * (impact + 1), *impact))
        });
        cells.into_iter().flat_map(|(likelihood, impact)| &self.cells[likelihood][impact]).copied().collect()
    }
}

fn at(rating: Rating) -> usize {
    usize::from(rating.value() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Table;

    #[test]
    fn bands_meet_and_cover_all_products() {
        for significance in 1..=25 {
            let (from, to) = RiskBand::of(significance).range();
            assert!((from..=to).contains(&significance), "{significance}");
        }
    }

    #[test]
    fn every_risk_has_one_place() {
        let risk = |id: u64, likelihood: u8, impact: u8| Risk {
            likelihood: Rating::new(likelihood),
            impact: Rating::new(impact),
            ..Risk::new(Id::from_bits(id))
        };
        let mut plan = Plan::new(Id::from_bits(1));
        let risks = [risk(1, 5, 2), risk(2, 2, 5), risk(3, 0, 5), risk(4, 2, 5), risk(5, 5, 5)];
        plan.risks = Table::from_rows(risks).0;
        let map = RiskMap::new(&plan);
        let ids = |all: &[Id<Risk>]| all.iter().map(|id| id.bits()).collect::<Vec<_>>();
        assert_eq!(ids(map.cell(Rating::new(2).unwrap(), Rating::new(5).unwrap())), [2, 4]);
        assert_eq!(ids(&map.unplaced), [3]);
        assert_eq!(ids(&map.heaviest()), [5, 2, 4, 1]);
    }
}
