//! Schema 1: every record and field of the file, in its order.
//!
//! The names here are the names in files that people have. They may differ from those of the model, and never change; a golden
//! file holds them.

use super::super::Written;
use super::cx::Cx;
use super::form;
use super::loose::{Scalar, Span};
use super::out::Out;
use super::rows::{FileRecord, FileRow};
use crate::plan::*;

macro_rules! written {
    ($model:ident { $($field:ident,)* }) => {
        impl Written for $model {
            fn written(&self, field: Field) -> String {
                match field.name() {
                    $(stringify!($field) => form::of(&self.$field),)*
                    _ => String::new(),
                }
            }

            fn rewritten(&self, field: Field, form: &str) -> Option<Self> {
                let mut new = self.clone();
                match field.name() {
                    $(stringify!($field) => new.$field = form::read(form)?,)*
                    _ => return None,
                }
                Some(new)
            }
        }
    };
}

macro_rules! records {
    ($($model:ident => $loose:ident { $($field:ident: $ty:ty,)* })*) => {$(
        loose! { $loose { $($field: $ty,)* } }
        written! { $model { $($field,)* } }

        impl FileRecord for $model {
            type Loose<'a> = $loose<'a>;

            fn build<'a>(loose: $loose<'a>, cx: &mut Cx<'a>) -> Self {
                cx.keep_fields(loose.kept);
                let mut new = Self::default();
                $(new.$field = cx.field(stringify!($field), loose.$field);)*
                new
            }
            fn write_fields(&self, out: &mut Out<'_>) {
                $(out.field(stringify!($field), &self.$field);)*
            }
        }
    )*};
}

macro_rules! rows {
    ($($model:ident => $loose:ident { $($field:ident: $ty:ty,)* })*) => {$(
        loose! { $loose { id: UserText, $($field: $ty,)* } }
        written! { $model { $($field,)* } }

        impl FileRow for $model {
            type Loose<'a> = $loose<'a>;

            fn build<'a>(loose: $loose<'a>, id: Id<Self>, cx: &mut Cx<'a>) -> Self {
                cx.keep_fields(loose.kept);
                let mut new = Self::new(id);
                $(new.$field = cx.field(stringify!($field), loose.$field);)*
                new
            }
            fn id_of<'a>(loose: &Self::Loose<'a>) -> (Option<Scalar<'a>>, Span) {
                (loose.id.clone(), loose.span)
            }
            fn write_fields(&self, out: &mut Out<'_>) {
                $(out.field(stringify!($field), &self.$field);)*
            }
        }
    )*};
}

records! {
    Identity => IdentityV1 {
        title: Text,
        country: Option<Country>,
        programme: Key,
        organisation: Text,
        superior: UserText,
        superior_role: Text,
        start: Option<Day>,
        finish: Option<Day>,
        currency: Option<Currency>,
        fiscal_start: Option<FiscalStart>,
        calendar: Option<CalendarKind>,
        weekend: Vec<Weekday>,
        languages: Vec<Lang>,
        grouping: Option<Grouping>,
        date_style: Option<DateStyle>,
        depth: Option<Depth>,
        sectors: Vec<Key>,
        targets: Vec<Key>,
    }
    Context => ContextV1 {
        sector: Text,
        place: Text,
        target_group: Text,
        problem: Text,
        justification: Text,
        policies: Text,
        content: Text,
        resources: Text,
        partners: Text,
        monitoring: Text,
        sme_definition: Text,
        sme_basis: UserText,
        sme_year: Option<i32>,
        sme_as_of: Option<Day>,
    }
    Matrix => MatrixV1 {
        goal: Text,
        goal_card: Option<Id<Card>>,
        goal_agreed: Key,
        purpose: Text,
        purpose_card: Option<Id<Card>>,
        purpose_agreed: Key,
    }
}

rows! {
    Member => MemberV1 {
        name: UserText,
        role: Text,
        organisation: Text,
        contact: UserText,
    }
    KeyFigure => KeyFigureV1 {
        label: Text,
        value: Option<Decimal>,
        unit: Text,
        source: UserText,
        year: Option<i32>,
    }
    Lesson => LessonV1 {
        source: Key,
        own_source: Text,
        day: Option<Day>,
        saw: Text,
        why: Text,
        differs: Text,
        adapt: Text,
        rating: Option<Rating>,
    }
    Stakeholder => StakeholderV1 {
        name: Text,
        category: Option<StakeholderCategory>,
        superior: bool,
        interest: Option<Level>,
        influence: Option<Level>,
        affected: Text,
        strategy: Text,
    }
    Card => CardV1 {
        kind: Option<CardKind>,
        parent: Option<Id<Card>>,
        problem: Text,
        objective: Text,
        reason: Text,
        chosen: bool,
    }
    Strategy => StrategyV1 {
        name: Text,
        branch: Option<Id<Card>>,
        impact: Option<Grade>,
        feasibility: Option<Grade>,
        reason: Text,
        chosen: bool,
    }
    Output => OutputV1 {
        text: Text,
        card: Option<Id<Card>>,
        agreed: Key,
        weight: Option<Decimal>,
    }
    Indicator => IndicatorV1 {
        of: ResultRef,
        text: Text,
        definition: Text,
        measure: Option<Measure>,
        unit: Text,
        direction: Option<Direction>,
        numerator: Text,
        denominator: Text,
        baseline: Option<Decimal>,
        baseline_on: Option<Day>,
        target: Option<Decimal>,
        target_on: Option<Day>,
        milestones: Vec<Milestone>,
        means: Text,
        method: Text,
        frequency: Option<Frequency>,
        responsible: Text,
        people: bool,
        splits: Vec<Split>,
        library: Key,
    }
    Assumption => AssumptionV1 {
        level: Option<MatrixLevel>,
        output: Option<Id<Output>>,
        text: Text,
        certainty: Option<Certainty>,
        response: Text,
        owner: Text,
    }
    Precondition => PreconditionV1 {
        text: Text,
        by: Option<Day>,
    }
    Input => InputV1 {
        kind: Option<InputKind>,
        text: Text,
        from: Option<FundSource>,
    }
    Activity => ActivityV1 {
        output: Option<Id<Output>>,
        parent: Option<Id<Activity>>,
        name: Text,
        milestone: bool,
        start: Option<Day>,
        finish: Option<Day>,
        after: Vec<After>,
        responsible: Text,
        place: Text,
        deliverable: Text,
        learned: Vec<Key>,
        adapts: Text,
        card: Option<Id<Card>>,
        agreed: Key,
        risk: Option<Id<Risk>>,
        borrowed: Option<Borrowed>,
    }
    BudgetLine => BudgetLineV1 {
        activity: Option<Id<Activity>>,
        item: Text,
        category: Option<CostCategory>,
        quantity: Option<Decimal>,
        unit: Text,
        unit_cost: Option<Decimal>,
        currency: Option<Currency>,
        on: Option<Day>,
        source: Option<FundSource>,
        funder: Text,
        note: Text,
    }
    Rate => RateV1 {
        from: Option<Currency>,
        to: Option<Currency>,
        rate: Option<Decimal>,
        on: Option<Day>,
        source: UserText,
    }
    Risk => RiskV1 {
        event: Text,
        cause: Text,
        likelihood: Option<Rating>,
        impact: Option<Rating>,
        owner: Text,
        treatment: Text,
        by: Option<Day>,
        activity: Option<Id<Activity>>,
    }
    Cooperation => CooperationV1 {
        kind: Option<CooperationKind>,
        topic: Key,
        text: Text,
        partner: Option<Country>,
        institution: Text,
        form: Option<CooperationForm>,
    }
    Judgement => JudgementV1 {
        of: ResultRef,
        answer: Option<Answer>,
        why: Text,
        reach: Option<Answer>,
        assumption: Option<Id<Assumption>>,
        risk: Option<Id<Risk>>,
    }
    OvopSheet => OvopSheetV1 {
        product: Text,
        scheme: Key,
        licences: Vec<Key>,
        scores: Vec<Score>,
        stars: Option<Rating>,
        next_step: Text,
    }
    Cluster => ClusterV1 {
        name: Text,
        place: Text,
        products: Text,
        enterprises: Option<Decimal>,
        workers: Option<Decimal>,
        materials: Text,
        facilities: Text,
        markets: Text,
        obstacles: Text,
    }
    CreditCase => CreditCaseV1 {
        name: Text,
        scheme: Key,
        amount: Option<Decimal>,
        currency: Option<Currency>,
        annual_rate_percent: Option<Decimal>,
        months: Option<i32>,
        grace_months: Option<i32>,
        method: Option<CreditMethod>,
        subsidy_rate_percent: Option<Decimal>,
        subsidy_budget: Option<Decimal>,
    }
    Instrument => InstrumentV1 {
        name: Text,
        aim: Text,
        target_group: Text,
        owner: Text,
        works: Text,
        gap: Text,
        proposal: Text,
    }
    Report => ReportV1 {
        on: Option<Day>,
        author: UserText,
        statuses: Vec<ActivityStatus>,
        values: Vec<ActualValue>,
        spent: Vec<Spent>,
        obstacles: Text,
        next_step: Text,
    }
    Criterion => CriterionV1 {
        name: Text,
        weight: Option<Decimal>,
    }
    Comment => CommentV1 {
        place: Option<Place>,
        author: UserText,
        on: Option<Day>,
        text: UserText,
        resolved: bool,
    }
    Silenced => SilencedV1 {
        code: Key,
        place: Option<Place>,
        reason: UserText,
    }
    OpenChoice => OpenChoiceV1 {
        place: Option<Place>,
        lang: Option<Lang>,
        clash: Option<Clash>,
        base: UserText,
        mine: UserText,
        theirs: UserText,
    }
}
