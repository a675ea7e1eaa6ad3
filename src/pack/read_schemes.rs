//! From the text of a pack of schemes to what the program knows.

use super::{
    Assessment, CreditScheme, CriterionGroup, Licence, PackProblem, ProductCriterion, Schemes, Sourced,
    StarBand,
    loose::{AssessmentForm, CodeFact, CreditForm, CriterionForm, GroupForm, SchemesForm},
    read::{Reader, form, line_of},
};
use crate::plan::{Country, CreditMethod, Currency, Decimal, Key};
use std::collections::HashSet;

/// A criterion has at most as many steps as a plan can hold.
const MOST_STEPS: usize = 5;

/// Reads the text of a pack of schemes.
pub(super) fn schemes(file: &str, text: &str) -> (Option<Schemes>, Vec<PackProblem>) {
    let form: SchemesForm = match form(file, text) {
        Ok(form) => form,
        Err(problem) => return (None, vec![problem]),
    };
    let key = Key::new(&form.key);
    if key.is_none() {
        let hint = "give it a short name of letters, digits and hyphens, such as key: \"nepal-2018\"";
        return (None, vec![PackProblem::whole(file, None, "the pack of schemes has no key", hint)]);
    }
    let mut r = Reader::new(file, text, form.sources, &form.as_of);
    let mut taken = HashSet::new();
    let schemes = Schemes {
        key,
        reviewed: r.langs(&form.reviewed),
        assessments: form.assessments.into_iter().filter_map(|a| r.assessment(a, &mut taken)).collect(),
        credits: form.credits.into_iter().filter_map(|c| r.credit(c, &mut taken)).collect(),
        clusters: r.entries(form.clusters),
    };
    (Some(schemes), r.problems)
}

impl Reader<'_> {
    /// A key that nothing else of its kind has.
    fn own_key(&mut self, word: &str, what: &str, taken: &mut HashSet<Key>) -> Option<Key> {
        let key = Key::new(word);
        if key.is_none() || !taken.insert(key.clone()) {
            let message = format!("the key \"{word}\" of {what} is empty or taken");
            self.tell(line_of(self.text, word), &message, "give each of them a key of its own");
            return None;
        }
        Some(key)
    }

    fn assessment(&mut self, form: AssessmentForm, taken: &mut HashSet<Key>) -> Option<Assessment> {
        let key = self.own_key(&form.key, "an assessment", taken)?;
        let provenance = form.provenance();
        let (mut licences, mut criteria) = (HashSet::new(), HashSet::new());
        let name = self.words(form.name);
        Some(Assessment {
            key,
            name: self.sourced(name, provenance),
            country: form.country.and_then(|c| self.code(&c, Country::new, "a country code such as NP")),
            licences: form
                .licences
                .into_iter()
                .filter_map(|f| {
                    let provenance = f.provenance();
                    let key = self.own_key(&f.key, "a licence", &mut licences)?;
                    let licence = Licence { key, name: self.words(f.name), about: self.words(f.about) };
                    Some(self.sourced(licence, provenance))
                })
                .collect(),
            groups: form.groups.into_iter().map(|g| self.group(g, &mut criteria)).collect(),
            stars: form
                .stars
                .into_iter()
                .filter_map(|f| {
                    let provenance = f.provenance();
                    if f.from_stars < 1 || f.to_stars > 5 || f.from_stars > f.to_stars {
                        let message = "stars go from 1 to 5, the fewest first";
                        self.tell(None, message, "for example from_stars: 4, to_stars: 5");
                        return None;
                    }
                    let supporter = self.words(f.supporter);
                    let band = StarBand { from: f.from_stars, to: f.to_stars, supporter };
                    Some(self.sourced(band, provenance))
                })
                .collect(),
            facts: self.entries(form.facts),
        })
    }

    fn group(&mut self, form: GroupForm, taken: &mut HashSet<Key>) -> CriterionGroup {
        CriterionGroup {
            name: self.words(form.name),
            points: form.points,
            criteria: form.criteria.into_iter().filter_map(|c| self.criterion(c, taken)).collect(),
        }
    }

    fn criterion(&mut self, form: CriterionForm, taken: &mut HashSet<Key>) -> Option<ProductCriterion> {
        let key = self.own_key(&form.key, "a criterion", taken)?;
        if form.steps.len() > MOST_STEPS {
            let message = format!("the criterion \"{}\" has more than {MOST_STEPS} steps", form.key);
            self.tell(line_of(self.text, &form.key), &message, "the further ones are left out");
        }
        Some(ProductCriterion {
            key,
            name: self.words(form.name),
            steps: form.steps.into_iter().take(MOST_STEPS).map(|step| self.words(step)).collect(),
            note: self.words(form.note),
        })
    }

    fn credit(&mut self, form: CreditForm, taken: &mut HashSet<Key>) -> Option<CreditScheme> {
        let key = self.own_key(&form.key, "a credit scheme", taken)?;
        Some(CreditScheme {
            key,
            name: self.words(form.name),
            country: form.country.and_then(|c| self.code(&c, Country::new, "a country code such as NP")),
            currency: form.currency.and_then(|c| self.code(&c, Currency::new, "a currency code such as NPR")),
            annual_rate_percent: form.annual_rate_percent.and_then(|f| self.amount(&f)),
            method: form.method.and_then(|f| {
                let method = self.choice(&f.value, CreditMethod::ALL, CreditMethod::word)?;
                Some(self.sourced(method, f.provenance()))
            }),
            ceiling: form.ceiling.and_then(|f| self.amount(&f)),
            months: form.months.and_then(|f| {
                if f.value < 1 {
                    self.tell(None, "a credit has at least one instalment", "write months: (value: 36, ...)");
                    return None;
                }
                Some(self.sourced(f.value, f.provenance()))
            }),
            subsidy_rate_percent: form.subsidy_rate_percent.and_then(|f| self.amount(&f)),
            facts: self.entries(form.facts),
        })
    }

    /// A number that is not below zero.
    fn amount(&mut self, fact: &CodeFact) -> Option<Sourced<Decimal>> {
        let read = |text: &str| text.parse::<Decimal>().ok().filter(|n| !n.is_sign_negative());
        let value = self.code(&fact.value, read, "a number such as 12.5")?;
        Some(self.sourced(value, fact.provenance()))
    }
}
