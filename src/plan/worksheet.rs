//! Optional worksheets.

use super::{Currency, Decimal, Key, Rating, Text, UserText};

/// A score for one criterion.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// The criterion, by its key.
    pub criterion: Key,
    /// The step that was chosen, from 1.
    pub step: Option<Rating>,
    /// Why.
    pub note: UserText,
}

row! {
    /// A One Village One Product self-assessment of one product (`domain` 4.1).
    OvopSheet, OvopField, OvopNames, OVOP: OvopSheet = "ovop" in ovop {
        /// The product.
        product: Text => Product,
        /// The scheme whose criteria are used, by its key in a pack; nothing: the first that is known.
        scheme: Key => Scheme,
        /// The licences it has, by key.
        licences: Vec<Key> => Licences,
        /// The scores.
        scores: Vec<Score> => Scores,
        /// The stars that the producer wants to have; never counted from the scores.
        stars: Option<Rating> => Stars,
        /// What to do next.
        next_step: Text => NextStep,
    }
}

row! {
    /// The profile of a cluster (sentra) of small enterprises (`domain` 4.2).
    Cluster, ClusterField, ClusterNames, CLUSTER: Cluster = "cluster" in clusters {
        /// Name.
        name: Text => Name,
        /// Where.
        place: Text => Place,
        /// What is made.
        products: Text => Products,
        /// Number of enterprises.
        enterprises: Option<Decimal> => Enterprises,
        /// Number of workers.
        workers: Option<Decimal> => Workers,
        /// Materials and where they come from.
        materials: Text => Materials,
        /// Shared facilities.
        facilities: Text => Facilities,
        /// Markets.
        markets: Text => Markets,
        /// What holds the cluster back.
        obstacles: Text => Obstacles,
    }
}

choice! {
    /// How interest is counted.
    CreditMethod = "credit-method" {
        /// On the balance, equal instalments.
        Annuity = "annuity",
        /// On the first amount.
        Flat = "flat",
    }
}

row! {
    /// A credit calculation (`domain` 4.3).
    CreditCase, CreditField, CreditNames, CREDIT: CreditCase = "credit" in credits {
        /// What the credit is for.
        name: Text => Name,
        /// The scheme, by its key in a pack.
        scheme: Key => Scheme,
        /// Amount lent.
        amount: Option<Decimal> => Amount,
        /// The currency; nothing: the plan's.
        currency: Option<Currency> => Currency,
        /// Interest a year, in percent.
        annual_rate_percent: Option<Decimal> => AnnualRatePercent,
        /// Number of monthly instalments.
        months: Option<i32> => Months,
        /// Months without repayment at the start.
        grace_months: Option<i32> => GraceMonths,
        /// How interest is counted.
        method: Option<CreditMethod> => Method,
        /// Interest a year that the state pays, in percent.
        subsidy_rate_percent: Option<Decimal> => SubsidyRatePercent,
        /// Money that the state has for the subsidy.
        subsidy_budget: Option<Decimal> => SubsidyBudget,
    }
}

row! {
    /// A policy instrument.
    Instrument, InstrumentField, InstrumentNames, INSTRUMENT: Instrument = "instrument" in instruments {
        /// Name.
        name: Text => Name,
        /// What it is for.
        aim: Text => Aim,
        /// Whom it reaches.
        target_group: Text => TargetGroup,
        /// Who runs it.
        owner: Text => Owner,
        /// What works.
        works: Text => Works,
        /// What is missing.
        gap: Text => Gap,
        /// What we propose.
        proposal: Text => Proposal,
    }
}
