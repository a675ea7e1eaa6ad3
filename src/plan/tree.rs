//! Stakeholders, the problem tree with its positive twin, and the strategy choice.

use super::{Id, Text};

choice! {
    /// What a stakeholder is to the plan (PCM categories, `domain` 1.3).
    StakeholderCategory = "stakeholder-category" {
        /// Gains from the plan.
        Beneficiary = "beneficiary",
        /// Loses by the plan.
        Affected = "affected",
        /// Decides.
        DecisionMaker = "decision-maker",
        /// Pays.
        Funder = "funder",
        /// Carries out.
        Implementer = "implementer",
        /// Speaks for the community.
        CommunityLeader = "community-leader",
        /// Stands behind the plan.
        Supporter = "supporter",
        /// May work against the plan.
        Opponent = "opponent",
    }
}

choice! {
    /// Low, medium, high.
    Level = "level" {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }
}

row! {
    /// A person or body that gains, loses, decides or pays.
    Stakeholder, StakeholderField, StakeholderNames, STAKEHOLDER: Stakeholder = "stakeholder" in stakeholders {
        /// Name.
        name: Text => Name,
        /// Category.
        category: Option<StakeholderCategory> => Category,
        /// Whether this is the superior, or holds the budget.
        superior: bool => Superior,
        /// How much they care.
        interest: Option<Level> => Interest,
        /// How much they can do.
        influence: Option<Level> => Influence,
        /// How the plan affects them.
        affected: Text => Affected,
        /// How we work with them.
        strategy: Text => Strategy,
    }
}

choice! {
    /// Where a card stands in the problem tree.
    CardKind = "card" {
        /// The core problem.
        Core = "core",
        /// A cause: below.
        Cause = "cause",
        /// An effect: above.
        Effect = "effect",
    }
}

row! {
    /// A card of the problem tree, with its positive twin. Cards have no author (PCM rule, `domain` 1.2).
    Card, CardField, CardNames, CARD: Card = "card" in cards {
        /// Core problem, cause or effect; nothing: not placed yet.
        kind: Option<CardKind> => Kind,
        /// The card it hangs on; none for the core problem and for cards that are not placed yet.
        parent: Option<Id<Card>> => Parent,
        /// The problem: a fact, not the lack of a solution.
        problem: Text => Problem,
        /// The positive twin: the situation when the problem is solved.
        objective: Text => Objective,
        /// Why the card leads to its parent.
        reason: Text => Reason,
        /// Whether the branch that starts here is chosen.
        chosen: bool => Chosen,
    }
}

choice! {
    /// Four steps of impact and feasibility (as Miradi's strategy rating, `domain` 1.3).
    Grade = "grade" {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
        /// Very high.
        VeryHigh = "very-high",
    }
}

row! {
    /// An alternative of the strategy choice.
    Strategy, StrategyField, StrategyNames, STRATEGY: Strategy = "strategy" in strategies {
        /// Name.
        name: Text => Name,
        /// The branch of the tree that it takes.
        branch: Option<Id<Card>> => Branch,
        /// How much it would change.
        impact: Option<Grade> => Impact,
        /// How well it can be done.
        feasibility: Option<Grade> => Feasibility,
        /// Why it was rated so.
        reason: Text => Reason,
        /// Whether it was chosen.
        chosen: bool => Chosen,
    }
}

impl Strategy {
    /// The rating: the lower of impact and feasibility.
    #[must_use]
    pub fn rating(&self) -> Option<Grade> {
        Some(self.impact?.min(self.feasibility?))
    }
}
