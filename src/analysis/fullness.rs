//! How far each section is: what the list of sections shows as ○ ◐ ●.

use crate::plan::{Block, CONTEXT, CardKind, Field, IDENTITY, MATRIX, Plan, Row, Table, Text};

/// A section of the method, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Title, country, dates, people.
    Team,
    /// What the team saw.
    Journal,
    /// Where, for whom, why.
    Context,
    /// Who gains, loses, decides, pays.
    Stakeholders,
    /// Problem tree and objective tree.
    Trees,
    /// Alternatives and the choice between them.
    Strategy,
    /// Project design matrix.
    Matrix,
    /// Plan of operation.
    Activities,
    /// What it costs.
    Budget,
    /// What may go wrong.
    Risks,
    /// Needs and offers between countries.
    Cooperation,
    /// Products, clusters, credit and policy instruments, counted and compared.
    Worksheets,
    /// The eighteen short fields on one page.
    Simple,
}

impl Section {
    /// Every section that has a page.
    pub const ALL: &'static [Self] = &[
        Self::Team,
        Self::Simple,
        Self::Journal,
        Self::Context,
        Self::Stakeholders,
        Self::Trees,
        Self::Strategy,
        Self::Matrix,
        Self::Activities,
        Self::Budget,
        Self::Risks,
        Self::Cooperation,
        Self::Worksheets,
    ];

    /// The section on whose page a block is written; nothing for a block without a page.
    #[must_use]
    pub const fn of(block: Block) -> Option<Self> {
        match block {
            Block::Identity | Block::Member => Some(Self::Team),
            Block::Context | Block::KeyFigure => Some(Self::Context),
            Block::Lesson => Some(Self::Journal),
            Block::Stakeholder => Some(Self::Stakeholders),
            Block::Matrix
            | Block::Output
            | Block::Indicator
            | Block::Assumption
            | Block::Precondition
            | Block::Input
            | Block::Judgement => Some(Self::Matrix),
            Block::Activity => Some(Self::Activities),
            Block::BudgetLine | Block::Rate => Some(Self::Budget),
            Block::Card => Some(Self::Trees),
            Block::Strategy => Some(Self::Strategy),
            Block::Risk => Some(Self::Risks),
            Block::Cooperation => Some(Self::Cooperation),
            Block::OvopSheet | Block::Cluster | Block::CreditCase | Block::Instrument => {
                Some(Self::Worksheets)
            }
            Block::Report | Block::Criterion | Block::Comment | Block::Silenced | Block::OpenChoice => None,
        }
    }

    /// Its short name, also in keys of interface words such as `section-journal`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Simple => "simple",
            Self::Journal => "journal",
            Self::Context => "context",
            Self::Stakeholders => "stakeholders",
            Self::Trees => "trees",
            Self::Strategy => "strategy",
            Self::Matrix => "matrix",
            Self::Activities => "activities",
            Self::Budget => "budget",
            Self::Risks => "risks",
            Self::Cooperation => "cooperation",
            Self::Worksheets => "worksheets",
        }
    }
}

/// An essential part of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its short name, unique in the section: `next-SECTION-NAME` among the interface words says what to do.
    pub name: &'static str,
    /// Whether it is there.
    pub is_there: bool,
    /// The field to write in, where it is one.
    pub field: Option<Field>,
}

/// For each section its essential parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fullness(Vec<(Section, Vec<Part>)>);

impl Fullness {
    /// Looks for the essential parts of each section.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        Self(Section::ALL.iter().map(|section| (*section, parts(plan, *section))).collect())
    }

    /// The essential parts of a section, in the order in which they are best written.
    #[must_use]
    pub fn parts(&self, section: Section) -> &[Part] {
        self.0.iter().find(|(s, _)| *s == section).map_or(&[], |(_, parts)| parts)
    }

    /// The share of a section that is there, 0 to 1.
    #[must_use]
    pub fn share(&self, section: Section) -> f32 {
        let parts = self.parts(section);
        let there = parts.iter().filter(|part| part.is_there).count();
        // Counts of at most a few dozen are exact as floats.
        #[allow(clippy::cast_precision_loss)]
        let share = there as f32 / parts.len().max(1) as f32;
        share
    }

    /// What to do next in a section; nothing when it has what it needs.
    #[must_use]
    pub fn next(&self, section: Section) -> Option<&Part> {
        self.parts(section).iter().find(|part| !part.is_there)
    }
}

fn written(text: &Text) -> bool {
    !text.is_blank()
}

/// Whether there are rows and this holds for all of them.
fn each<T: Row>(table: &Table<T>, holds: impl Fn(&T) -> bool) -> bool {
    !table.is_empty() && table.iter().all(holds)
}

fn parts(plan: &Plan, section: Section) -> Vec<Part> {
    let (id, cx, matrix) = (&plan.identity, &plan.context, &plan.matrix);
    let row = |name, is_there| Part { name, is_there, field: None };
    let one = |name, is_there, field| Part { name, is_there, field: Some(field) };
    match section {
        Section::Team => vec![
            one("title", written(&id.title), IDENTITY.title),
            one("country", id.country.is_some(), IDENTITY.country),
            one("days", id.start.is_some() && id.finish.is_some(), IDENTITY.start),
            one("currency", id.currency.is_some(), IDENTITY.currency),
            row("member", plan.team.iter().any(|m| !m.name.is_blank())),
            one(
                "superior",
                !id.superior.is_blank() || plan.stakeholders.iter().any(|s| s.superior),
                IDENTITY.superior,
            ),
        ],
        Section::Journal => {
            let done = plan.lessons.iter().filter(|l| written(&l.saw) && written(&l.adapt)).count();
            (0..5).map(|i| row("notes", done > i)).collect()
        }
        Section::Context => vec![
            one("sector", written(&cx.sector), CONTEXT.sector),
            one("place", written(&cx.place), CONTEXT.place),
            one("target_group", written(&cx.target_group), CONTEXT.target_group),
            one("problem", written(&cx.problem), CONTEXT.problem),
            one("justification", written(&cx.justification), CONTEXT.justification),
            one("policies", written(&cx.policies), CONTEXT.policies),
        ],
        Section::Stakeholders => vec![
            row("three", plan.stakeholders.iter().filter(|s| written(&s.name)).count() >= 3),
            row("superior", plan.stakeholders.iter().any(|s| s.superior)),
            row("strategy", each(&plan.stakeholders, |s| written(&s.strategy))),
        ],
        Section::Trees => {
            let placed =
                |kind| plan.cards.iter().filter(|c| c.kind == Some(kind) && written(&c.problem)).count();
            vec![
                row("core", placed(CardKind::Core) > 0),
                row("causes", placed(CardKind::Cause) > 1),
                row("effect", placed(CardKind::Effect) > 0),
                row("objectives", each(&plan.cards, |c| c.kind.is_none() || written(&c.objective))),
                row("chosen", plan.cards.iter().any(|c| c.chosen)),
            ]
        }
        Section::Strategy => vec![
            row("two", plan.strategies.iter().filter(|s| written(&s.name)).count() > 1),
            row("rated", each(&plan.strategies, |s| s.rating().is_some())),
            row("chosen", plan.strategies.iter().any(|s| s.chosen)),
            row("reason", plan.strategies.iter().any(|s| s.chosen && written(&s.reason))),
        ],
        // One worksheet is enough: they are there for those who can use them.
        Section::Worksheets => vec![row(
            "one",
            plan.ovop.iter().any(|o| written(&o.product))
                || plan.clusters.iter().any(|c| written(&c.name))
                || plan.credits.iter().any(|c| c.amount.is_some())
                || plan.instruments.iter().any(|i| written(&i.name)),
        )],
        Section::Matrix => vec![
            one("purpose", written(&matrix.purpose), MATRIX.purpose),
            row("output", plan.outputs.iter().any(|o| written(&o.text))),
            one("goal", written(&matrix.goal), MATRIX.goal),
            row("indicator", plan.indicators.iter().any(|i| i.target.is_some() || written(&i.text))),
            row("assumption", plan.assumptions.iter().any(|a| written(&a.text))),
        ],
        Section::Activities => vec![
            row("first", plan.activities.iter().any(|a| written(&a.name))),
            row("days", each(&plan.activities, |a| a.start.is_some())),
            row("who", each(&plan.activities, |a| written(&a.responsible))),
            row("learned", plan.activities.iter().any(|a| !a.learned.is_empty())),
        ],
        Section::Budget => vec![
            row("first", !plan.budget.is_empty()),
            row("cost", each(&plan.budget, |b| b.unit_cost.is_some())),
            row("source", each(&plan.budget, |b| b.source.is_some())),
        ],
        Section::Risks => vec![
            row("three", plan.risks.iter().filter(|r| written(&r.event)).count() >= 3),
            row("rated", each(&plan.risks, |r| r.significance().is_some())),
            row("owner", each(&plan.risks, |r| written(&r.owner))),
            row("treatment", each(&plan.risks, |r| written(&r.treatment) || r.activity.is_some())),
        ],
        Section::Cooperation => vec![
            row("one", plan.cooperation.iter().any(|c| written(&c.text))),
            row("kind", each(&plan.cooperation, |c| c.kind.is_some())),
            row("topic", each(&plan.cooperation, |c| !c.topic.is_none())),
        ],
        Section::Simple => vec![
            one("problem", written(&cx.problem), CONTEXT.problem),
            one("justification", written(&cx.justification), CONTEXT.justification),
            one("purpose", written(&matrix.purpose), MATRIX.purpose),
            row("results", plan.outputs.iter().any(|o| written(&o.text))),
            row("indicators", !plan.indicators.is_empty()),
            row("assumptions", !plan.assumptions.is_empty()),
            row("activities", plan.activities.iter().any(|a| written(&a.name))),
            one("content", written(&cx.content), CONTEXT.content),
            one("resources", written(&cx.resources), CONTEXT.resources),
            one("partners", written(&cx.partners), CONTEXT.partners),
            one("target_group", written(&cx.target_group), CONTEXT.target_group),
            one("monitoring", written(&cx.monitoring), CONTEXT.monitoring),
            row("money", !plan.budget.is_empty()),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::{Interface, Words},
        plan::{Id, Matrix},
    };

    #[test]
    fn every_part_says_what_to_do_next_in_every_language() {
        let fullness = Fullness::new(&Plan::new(Id::from_bits(1)));
        for interface in Interface::ALL {
            let words = Words::new(*interface);
            for section in Section::ALL {
                assert!(!fullness.parts(*section).is_empty(), "{section:?}");
                for part in fullness.parts(*section) {
                    let key = format!("next-{}-{}", section.word(), part.name);
                    assert!(words.has(&key), "{key} in {interface:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_written_is_not_asked_for_again() {
        let mut plan = Plan::new(Id::from_bits(1));
        let next = |plan: &Plan| Fullness::new(plan).next(Section::Matrix).map(|part| part.name);
        assert_eq!(next(&plan), Some("purpose"));
        plan.matrix = std::sync::Arc::new(Matrix { purpose: Text::english("More"), ..Matrix::default() });
        assert_eq!(next(&plan), Some("output"));
        assert!(Fullness::new(&plan).share(Section::Matrix) > 0.19);
    }
}
