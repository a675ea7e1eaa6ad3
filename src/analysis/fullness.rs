//! How far each section is: what the list of sections shows as ○ ◐ ●.

use crate::plan::{Block, Card, CardKind, Plan, Text};

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

/// For each section how many of its essential parts are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fullness(Vec<(Section, u32, u32)>);

impl Fullness {
    /// Counts the essential parts of each section.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let (id, cx) = (&plan.identity, &plan.context);
        let written = |t: &Text| !t.is_blank();
        let all = |parts: &[bool]| {
            let there = parts.iter().filter(|p| **p).count();
            (u32::try_from(there).unwrap_or(0), u32::try_from(parts.len()).unwrap_or(0))
        };
        let has_activity = plan.activities.iter().any(|a| written(&a.name));
        let of = |section| match section {
            Section::Team => all(&[
                written(&id.title),
                id.country.is_some(),
                id.start.is_some() && id.finish.is_some(),
                id.currency.is_some(),
                plan.team.iter().any(|m| !m.name.is_blank()),
                !id.superior.is_blank() || plan.stakeholders.iter().any(|s| s.superior),
            ]),
            Section::Journal => {
                let done = plan.lessons.iter().filter(|l| written(&l.saw) && written(&l.adapt)).count();
                (u32::try_from(done.min(5)).unwrap_or(0), 5)
            }
            Section::Context => all(&[
                written(&cx.sector),
                written(&cx.place),
                written(&cx.target_group),
                written(&cx.problem),
                written(&cx.justification),
                written(&cx.policies),
            ]),
            Section::Stakeholders => all(&[
                plan.stakeholders.iter().filter(|s| written(&s.name)).count() >= 3,
                plan.stakeholders.iter().any(|s| s.superior),
                !plan.stakeholders.is_empty() && plan.stakeholders.iter().all(|s| written(&s.strategy)),
            ]),
            Section::Trees => {
                let placed =
                    |kind| plan.cards.iter().filter(|c| c.kind == Some(kind) && written(&c.problem)).count();
                let is_placed = |c: &&Card| c.kind.is_some();
                all(&[
                    placed(CardKind::Core) > 0,
                    placed(CardKind::Cause) > 1,
                    placed(CardKind::Effect) > 0,
                    !plan.cards.is_empty()
                        && plan.cards.iter().filter(is_placed).all(|c| written(&c.objective)),
                    plan.cards.iter().any(|c| c.chosen),
                ])
            }
            Section::Strategy => all(&[
                plan.strategies.iter().filter(|s| written(&s.name)).count() > 1,
                !plan.strategies.is_empty() && plan.strategies.iter().all(|s| s.rating().is_some()),
                plan.strategies.iter().any(|s| s.chosen),
                plan.strategies.iter().any(|s| s.chosen && written(&s.reason)),
            ]),
            Section::Matrix => all(&[
                written(&plan.matrix.goal),
                written(&plan.matrix.purpose),
                plan.outputs.iter().any(|o| written(&o.text)),
                plan.indicators.iter().any(|i| i.target.is_some() || written(&i.text)),
                plan.assumptions.iter().any(|a| written(&a.text)),
            ]),
            Section::Activities => all(&[
                has_activity,
                has_activity && plan.activities.iter().all(|a| a.start.is_some()),
                has_activity && plan.activities.iter().all(|a| written(&a.responsible)),
                plan.activities.iter().any(|a| !a.learned.is_empty()),
            ]),
            Section::Budget => all(&[
                !plan.budget.is_empty(),
                !plan.budget.is_empty() && plan.budget.iter().all(|b| b.unit_cost.is_some()),
                !plan.budget.is_empty() && plan.budget.iter().all(|b| b.source.is_some()),
            ]),
            Section::Risks => all(&[
                plan.risks.iter().filter(|r| written(&r.event)).count() >= 3,
                !plan.risks.is_empty() && plan.risks.iter().all(|r| r.significance().is_some()),
                !plan.risks.is_empty() && plan.risks.iter().all(|r| written(&r.owner)),
                !plan.risks.is_empty()
                    && plan.risks.iter().all(|r| written(&r.treatment) || r.activity.is_some()),
            ]),
            Section::Cooperation => all(&[
                plan.cooperation.iter().any(|c| written(&c.text)),
                !plan.cooperation.is_empty() && plan.cooperation.iter().all(|c| c.kind.is_some()),
                !plan.cooperation.is_empty() && plan.cooperation.iter().all(|c| !c.topic.is_none()),
            ]),
            // One worksheet is enough: they are there for those who can use them.
            Section::Worksheets => all(&[plan.ovop.iter().any(|o| written(&o.product))
                || plan.clusters.iter().any(|c| written(&c.name))
                || plan.credits.iter().any(|c| c.amount.is_some())
                || plan.instruments.iter().any(|i| written(&i.name))]),
            Section::Simple => all(&[
                written(&cx.problem),
                written(&cx.justification),
                written(&plan.matrix.purpose),
                plan.outputs.iter().any(|o| written(&o.text)),
                !plan.indicators.is_empty(),
                !plan.assumptions.is_empty(),
                has_activity,
                written(&cx.content),
                written(&cx.resources),
                written(&cx.partners),
                written(&cx.target_group),
                written(&cx.monitoring),
                !plan.budget.is_empty(),
            ]),
        };
        Self(Section::ALL.iter().map(|s| (*s, of(*s))).map(|(s, (there, all))| (s, there, all)).collect())
    }

    /// The share of a section that is there, 0 to 1.
    #[must_use]
    pub fn share(&self, section: Section) -> f32 {
        let found = self.0.iter().find(|(s, ..)| *s == section);
        // Counts of at most a few dozen are exact as floats.
        #[allow(clippy::cast_precision_loss)]
        found.map_or(0.0, |(_, there, all)| *there as f32 / (*all).max(1) as f32)
    }
}
