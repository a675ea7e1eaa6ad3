//! How far each section is: what the list of sections shows as ○ ◐ ●.

use crate::plan::*;

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
    /// Where to write it: the field, or the first row that lacks it. Nothing where a row is still to be added.
    pub place: Option<Place>,
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

/// A part that every row of a table needs: with rows there, and none of them without it.
fn each<T: Row>(name: &'static str, table: &Table<T>, field: Field, has: impl Fn(&T) -> bool) -> Part {
    let lacks = table.iter().find(|row| !has(row)).map(|row| Place::cell(row.id(), field));
    Part { name, is_there: !table.is_empty() && lacks.is_none(), place: lacks }
}

/// A part that one row of a table is enough for; the first row is the place for it.
fn some<T: Row>(name: &'static str, table: &Table<T>, field: Field, has: impl Fn(&T) -> bool) -> Part {
    Part { name, is_there: table.iter().any(has), place: table.at(0).map(|row| Place::cell(row.id(), field)) }
}

/// A part that so many rows of a table make; a row that is not written yet comes first.
fn rows<T: Row>(
    name: &'static str,
    count: usize,
    table: &Table<T>,
    field: Field,
    has: impl Fn(&T) -> bool,
) -> Part {
    // This runs after each letter: enough is enough, and only what lacks something needs a place.
    let is_there = table.iter().filter(|row| has(row)).take(count).count() == count;
    let empty = || table.iter().find(|row| !has(row)).map(|row| Place::cell(row.id(), field));
    Part { name, is_there, place: if is_there { None } else { empty() } }
}

fn parts(plan: &Plan, section: Section) -> Vec<Part> {
    let (id, cx, matrix) = (&plan.identity, &plan.context, &plan.matrix);
    let row = |name, is_there| Part { name, is_there, place: None };
    let one = |name, is_there, field| Part { name, is_there, place: Some(Place::field(field)) };
    match section {
        Section::Team => vec![
            one("title", written(&id.title), IDENTITY.title),
            one("country", id.country.is_some(), IDENTITY.country),
            one("days", id.start.is_some() && id.finish.is_some(), IDENTITY.start),
            one("currency", id.currency.is_some(), IDENTITY.currency),
            rows("member", 1, &plan.team, MEMBER.name, |m| !m.name.is_blank()),
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
            rows("three", 3, &plan.stakeholders, STAKEHOLDER.name, |s| written(&s.name)),
            some("superior", &plan.stakeholders, STAKEHOLDER.superior, |s| s.superior),
            each("strategy", &plan.stakeholders, STAKEHOLDER.strategy, |s| written(&s.strategy)),
        ],
        Section::Trees => {
            let placed =
                |kind| plan.cards.iter().filter(|c| c.kind == Some(kind) && written(&c.problem)).count();
            vec![
                row("core", placed(CardKind::Core) > 0),
                row("causes", placed(CardKind::Cause) > 1),
                row("effect", placed(CardKind::Effect) > 0),
                each("objectives", &plan.cards, CARD.objective, |c| {
                    c.kind.is_none() || written(&c.objective)
                }),
                row("chosen", plan.cards.iter().any(|c| c.chosen)),
            ]
        }
        Section::Strategy => vec![
            rows("two", 2, &plan.strategies, STRATEGY.name, |s| written(&s.name)),
            each("rated", &plan.strategies, STRATEGY.impact, |s| s.rating().is_some()),
            some("chosen", &plan.strategies, STRATEGY.chosen, |s| s.chosen),
            Part {
                name: "reason",
                is_there: plan.strategies.iter().any(|s| s.chosen && written(&s.reason)),
                place: plan.strategies.iter().find(|s| s.chosen).map(|s| Place::cell(s.id, STRATEGY.reason)),
            },
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
            rows("output", 1, &plan.outputs, OUTPUT.text, |o| written(&o.text)),
            one("goal", written(&matrix.goal), MATRIX.goal),
            rows("indicator", 1, &plan.indicators, INDICATOR.text, |i| {
                i.target.is_some() || written(&i.text)
            }),
            rows("assumption", 1, &plan.assumptions, ASSUMPTION.text, |a| written(&a.text)),
        ],
        Section::Activities => vec![
            rows("first", 1, &plan.activities, ACTIVITY.name, |a| written(&a.name)),
            each("days", &plan.activities, ACTIVITY.start, |a| a.start.is_some()),
            each("who", &plan.activities, ACTIVITY.responsible, |a| written(&a.responsible)),
            some("learned", &plan.activities, ACTIVITY.learned, |a| !a.learned.is_empty()),
        ],
        Section::Budget => vec![
            row("first", !plan.budget.is_empty()),
            each("cost", &plan.budget, BUDGET.unit_cost, |b| b.unit_cost.is_some()),
            each("source", &plan.budget, BUDGET.source, |b| b.source.is_some()),
        ],
        Section::Risks => vec![
            rows("three", 3, &plan.risks, RISK.event, |r| written(&r.event)),
            each("rated", &plan.risks, RISK.likelihood, |r| r.significance().is_some()),
            each("owner", &plan.risks, RISK.owner, |r| written(&r.owner)),
            each("treatment", &plan.risks, RISK.treatment, |r| written(&r.treatment) || r.activity.is_some()),
        ],
        Section::Cooperation => vec![
            rows("one", 1, &plan.cooperation, COOPERATION.text, |c| written(&c.text)),
            each("kind", &plan.cooperation, COOPERATION.kind, |c| c.kind.is_some()),
            each("topic", &plan.cooperation, COOPERATION.topic, |c| !c.topic.is_none()),
        ],
        Section::Simple => vec![
            one("problem", written(&cx.problem), CONTEXT.problem),
            one("justification", written(&cx.justification), CONTEXT.justification),
            one("purpose", written(&matrix.purpose), MATRIX.purpose),
            rows("results", 1, &plan.outputs, OUTPUT.text, |o| written(&o.text)),
            row("indicators", !plan.indicators.is_empty()),
            row("assumptions", !plan.assumptions.is_empty()),
            rows("activities", 1, &plan.activities, ACTIVITY.name, |a| written(&a.name)),
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
    use crate::locale::{Interface, Words};

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

    #[test]
    fn the_next_thing_is_the_first_row_that_lacks_it() {
        let mut plan = Plan::new(Id::from_bits(1));
        let part = |plan: &Plan| {
            let fullness = Fullness::new(plan);
            fullness.next(Section::Activities).map(|part| (part.name, part.place))
        };
        assert_eq!(part(&plan), Some(("first", None)), "there is no row to write in");
        let row = |n, start: Option<&str>| Activity {
            name: Text::english("Weave"),
            start: start.and_then(|day| day.parse().ok()),
            ..Activity::new(Id::from_bits(n))
        };
        plan.activities = Table::from_rows([row(1, Some("2017-09-01")), row(2, None), row(3, None)]).0;
        let second = Place::cell(Id::<Activity>::from_bits(2), ACTIVITY.start);
        assert_eq!(part(&plan), Some(("days", Some(second))));
    }
}
