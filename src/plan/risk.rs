//! What may go wrong.

use super::{Activity, Day, Id, Rating, Text};

row! {
    /// A risk (fields as in the UNDP register, `domain` 1.3).
    Risk, RiskField, RiskNames, RISK: Risk = "risk" in risks {
        /// What may happen.
        event: Text => Event,
        /// Why it may happen.
        cause: Text => Cause,
        /// How likely it is, 1 to 5.
        likelihood: Option<Rating> => Likelihood,
        /// How bad it would be, 1 to 5.
        impact: Option<Rating> => Impact,
        /// Who watches it.
        owner: Text => Owner,
        /// What we do about it.
        treatment: Text => Treatment,
        /// By when.
        by: Option<Day> => By,
        /// The activity that treats it.
        activity: Option<Id<Activity>> => Activity,
    }
}

impl Risk {
    /// Likelihood times impact, 1 to 25.
    #[must_use]
    pub fn significance(&self) -> Option<u8> {
        Some(self.likelihood?.value() * self.impact?.value())
    }
}
