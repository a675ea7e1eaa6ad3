//! What a new plan starts with.

use super::{Packs, in_force};
use crate::plan::{Context, Country, Day, Id, Identity, Key, Lang, Plan, Text};
use std::sync::Arc;

/// What is known when a plan is begun.
#[derive(Debug, Clone, Default)]
pub struct NewPlan {
    /// The country the plan is for.
    pub country: Option<Country>,
    /// The programme that the team takes part in.
    pub programme: Key,
    /// What the plan is called.
    pub title: Text,
    /// The first day of the plan. Facts that hold on it are put in; without it, the newest.
    pub start: Option<Day>,
}

impl Packs {
    /// A plan with the money, days, languages and definitions of its country. Shaky facts stay out.
    #[must_use]
    pub fn new_plan(&self, id: Id<Plan>, wish: &NewPlan) -> Plan {
        let mut identity = Identity {
            title: wish.title.clone(),
            country: wish.country,
            programme: wish.programme.clone(),
            start: wish.start,
            currency: wish.country.and_then(|c| self.default_currency(c)),
            languages: vec![Lang::english()],
            ..Identity::default()
        };
        let mut context = Context::default();
        if let Some(profile) = wish.country.and_then(|c| self.country(c)) {
            let firm = |fact: &super::Sourced<_>| fact.is_firm();
            identity.fiscal_start =
                in_force(&profile.fiscal_starts, wish.start).filter(|f| f.is_firm()).map(|f| f.value);
            identity.calendar = profile.calendar.as_ref().filter(|f| f.is_firm()).map(|f| f.value);
            identity.weekend = in_force(&profile.weekends, wish.start)
                .filter(|f| f.is_firm())
                .map(|f| f.value.clone())
                .unwrap_or_default();
            identity.grouping = profile.grouping.as_ref().filter(|f| f.is_firm()).map(|f| f.value);
            identity.languages.extend(profile.own_language().cloned());
            if let Some(sme) =
                in_force(&profile.sme, wish.start).filter(|f| firm(f) && !f.value.summary.is_blank())
            {
                context.sme_definition = sme.value.summary.clone();
                context.sme_basis = sme.value.basis.clone();
                context.sme_year = sme.value.year;
                context.sme_as_of = sme.as_of;
            }
        }
        Plan { identity: Arc::new(identity), context: Arc::new(context), ..Plan::new(id) }
    }
}
