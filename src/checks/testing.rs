//! What the tests of all rules share: a plan in which every rule is silent, and one way to say what should fire.

use super::{Diagnostic, Findings, check};
use crate::{
    analysis::Derived,
    locale::{Interface, Words},
    plan::*,
};
use std::sync::Arc;

pub fn id<T>(bits: u64) -> Id<T> {
    Id::from_bits(bits)
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn en(text: &str) -> Text {
    Text::english(text)
}

pub fn number(n: i64) -> Option<Decimal> {
    Some(Decimal::from(n))
}

pub fn currency(code: &str) -> Option<Currency> {
    Some(Currency::new(code).unwrap())
}

/// A new plan in which nothing is written.
pub fn empty() -> Plan {
    Plan::new(id(1))
}

/// The plan after these edits.
pub fn after(mut plan: Plan, edits: &[Edit]) -> Plan {
    for edit in edits {
        edit.apply(&mut plan).unwrap_or_else(|refused| panic!("{edit:?}: {refused}"));
    }
    plan
}

/// Checks that the rule with this code finds exactly this in the sound plan after these edits.
///
/// A finding is told as `KEY SEVERITY BLOCK ROW FIELD`, such as `P1-order error activity 11 finish`; what is missing is left out.
#[track_caller]
pub fn fires(code: &str, edits: &[Edit], expected: &[&str]) {
    fires_in(code, &after(sound(), edits), expected);
}

/// Checks that the rule with this code finds exactly this in a plan, that all its words are there, and that every fix mends.
#[track_caller]
pub fn fires_in(code: &str, plan: &Plan, expected: &[&str]) {
    let findings = look(plan);
    let found: Vec<_> = findings.iter().filter(|d| d.code == code).collect();
    let told: Vec<_> = found.iter().map(|d| tell(d)).collect();
    assert_eq!(told, expected);
    for finding in found {
        has_words(finding);
        for fix in &finding.fixes {
            let mended = after(plan.clone(), std::slice::from_ref(&fix.edit));
            let same = |d: &&Diagnostic| (d.words, d.place) == (finding.words, finding.place);
            assert_eq!(look(&mended).iter().find(same), None, "{} does not mend", fix.words);
        }
    }
}

/// What is found in a plan.
pub fn look(plan: &Plan) -> Findings {
    check(plan, &Derived::new(plan))
}

pub fn tell(d: &Diagnostic) -> String {
    let mut told = format!("{} {} {}", &d.words["check-".len()..], d.severity.word(), d.place.block.word());
    if let Some(row) = d.place.row {
        told += &format!(" {row}");
    }
    if let Some(field) = d.place.field {
        told += &format!(" {}", field.name());
    }
    told
}

fn has_words(d: &Diagnostic) {
    for language in Interface::ALL {
        let words = Words::new(*language);
        let rule = d.rule().unwrap();
        assert!(words.has(d.words), "{}", d.words);
        assert!(words.has(rule.title), "{}", rule.title);
        for said in [d.message(&words), d.hint(&words)] {
            assert!(!said.contains('$') && !said.starts_with("check-"), "{}: {said}", d.words);
        }
        for fix in &d.fixes {
            assert!(words.has(fix.words), "{}", fix.words);
        }
    }
}

/// A small plan of weavers in which every rule is silent.
///
/// Outputs 1 and 2; activities 11, 12, 21, 22; indicators 31 (goal), 32 (purpose), 33 and 34 (outputs).
pub fn sound() -> Plan {
    let mut plan = empty();
    plan.identity = Arc::new(Identity {
        title: en("Weavers of Palpa sell abroad"),
        superior: UserText::new("R. Sharma"),
        start: Some(day("2017-10-01")),
        finish: Some(day("2018-12-31")),
        currency: currency("NPR"),
        sectors: vec![Key::new("32130")],
        ..Identity::default()
    });
    plan.matrix = Arc::new(Matrix {
        goal: en("Income of 2,000 weavers in Palpa rises by a fifth within five years"),
        purpose: en("60 weaving workshops in Palpa sell to buyers abroad by December 2018"),
        ..Matrix::default()
    });
    let output = |n, text| Output { text: en(text), ..Output::new(id(n)) };
    plan.outputs = table([
        output(1, "Cloth meets the quality mark in 60 workshops"),
        output(2, "A shared showroom is open in Tansen"),
    ]);
    plan.activities = table(activities());
    plan.indicators = table(indicators());
    let assumption =
        |n, level, text| Assumption { level: Some(level), text: en(text), ..Assumption::new(id(n)) };
    plan.assumptions = table([
        assumption(41, MatrixLevel::Activities, "Yarn of even quality stays on the market"),
        assumption(42, MatrixLevel::Outputs, "Buyers come to the trade fair in Kathmandu"),
        assumption(43, MatrixLevel::Purpose, "The road to the border stays open"),
    ]);
    plan.preconditions = table([Precondition {
        text: en("The district office names a hall"),
        by: Some(day("2017-10-10")),
        ..Precondition::new(id(51))
    }]);
    plan.budget = table([BudgetLine {
        activity: Some(id(12)),
        item: en("Dye and thread"),
        quantity: number(60),
        unit_cost: number(500),
        source: Some(FundSource::Own),
        ..BudgetLine::new(id(61))
    }]);
    let rating = |n| Rating::new(n);
    plan.risks = table([Risk {
        event: en("Two master dyers leave"),
        cause: en("Pay is higher in the city"),
        likelihood: rating(2),
        impact: rating(4),
        owner: en("District officer"),
        treatment: en("Two more dyers learn the recipes"),
        by: Some(day("2018-03-31")),
        ..Risk::new(id(71))
    }]);
    plan.stakeholders =
        table([Stakeholder { name: en("Director"), superior: true, ..Stakeholder::new(id(81)) }]);
    let judgement = |n, of| Judgement { of, answer: Some(Answer::Yes), ..Judgement::new(id(n)) };
    plan.judgements = table([
        judgement(91, ResultRef::Goal),
        judgement(92, ResultRef::Purpose),
        judgement(93, ResultRef::Output(id(1))),
        judgement(94, ResultRef::Output(id(2))),
    ]);
    plan
}

fn activities() -> Vec<Activity> {
    let activity = |n, output, name, start, finish| Activity {
        output: Some(id(output)),
        name: en(name),
        start: Some(day(start)),
        finish: Some(day(finish)),
        responsible: en("District officer"),
        ..Activity::new(id(n))
    };
    vec![
        Activity {
            learned: vec![Key::new("ovop")],
            ..activity(11, 1, "Brief the director and 20 workshop owners", "2017-10-15", "2017-10-20")
        },
        Activity {
            after: vec![After { activity: id(11), lag_days: 0 }],
            ..activity(12, 1, "Dye trial lots with master dyers", "2017-11-01", "2018-03-31")
        },
        activity(21, 2, "Rent the hall in Tansen", "2018-01-01", "2018-02-15"),
        activity(22, 2, "Show the cloth to buyers", "2018-03-01", "2018-12-15"),
    ]
}

fn indicators() -> Vec<Indicator> {
    let indicator = |n, of, text, baseline, target| Indicator {
        of,
        text: en(text),
        unit: en("workshops"),
        direction: Some(Direction::Up),
        baseline: number(baseline),
        baseline_on: Some(day("2017-09-30")),
        target: number(target),
        target_on: Some(day("2018-12-31")),
        means: en("Export register of the customs office"),
        frequency: Some(Frequency::HalfYearly),
        responsible: en("District officer"),
        ..Indicator::new(id(n))
    };
    vec![
        indicator(31, ResultRef::Goal, "Income of a weaver in a month", 9000, 11000),
        indicator(32, ResultRef::Purpose, "Workshops that sold abroad in the year", 4, 60),
        indicator(33, ResultRef::Output(id(1)), "Workshops with the quality mark", 0, 60),
        indicator(34, ResultRef::Output(id(2)), "Workshops that show cloth in the hall", 0, 40),
    ]
}

pub fn table<T: Row>(rows: impl IntoIterator<Item = T>) -> Table<T> {
    Table::from_rows(rows).0
}
