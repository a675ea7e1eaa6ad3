//! Plans to measure with.

use rencana::plan::*;
use std::sync::Arc;

/// How many activities the plans have: a usual plan, and the largest that anybody should feel nothing of.
pub const SIZES: [usize; 2] = [100, 10_000];

/// A plan with so many activities in two languages, and everything that comes with them: an output for 25 activities, a cost for
/// every second one, three indicators an output; a risk, a need or an offer, and a product sheet for ten activities.
pub fn of_size(activities: usize) -> Plan {
    let mut ids = IdSource::seeded(2017);
    let (en, ne) = (Lang::english(), Lang::new("ne").unwrap());
    let both = |english: &str, nepali: &str| Text::of(&en, english).with(&ne, nepali.into());
    let outputs: Vec<_> = (0..activities.div_ceil(25))
        .map(|n| Output {
            text: both(&format!("Weaving groups {n} sell under one name"), "बुनाई समूहहरू एउटै नाममा बेच्छन्"),
            ..Output::new(ids.next())
        })
        .collect();
    let indicators: Vec<_> = outputs
        .iter()
        .flat_map(|output| [output; 3])
        .map(|output| Indicator {
            of: ResultRef::Output(output.id),
            text: both("Households that sell through the group", "समूहमार्फत बेच्ने घरपरिवार"),
            baseline: Some(Decimal::from(12)),
            baseline_on: Some(day(0)),
            target: Some(Decimal::from(120)),
            target_on: Some(day(400)),
            ..Indicator::new(ids.next())
        })
        .collect();
    let mut rows: Vec<Activity> = Vec::with_capacity(activities);
    for n in 0..activities {
        let before = rows.last().filter(|_| n % 25 > 0).map(|a| After { activity: a.id, lag_days: 0 });
        rows.push(Activity {
            output: Some(outputs[n / 25].id),
            name: both(&format!("Train the weavers of ward {n} in natural dyes"), "प्राकृतिक रङको तालिम"),
            start: Some(day(n % 300)),
            finish: Some(day(n % 300 + 14)),
            after: before.into_iter().collect(),
            responsible: both("Section officer", "शाखा अधिकृत"),
            place: both("Tansen", "तानसेन"),
            ..Activity::new(ids.next())
        });
    }
    let budget: Vec<_> = rows
        .iter()
        .step_by(2)
        .map(|activity| BudgetLine {
            activity: Some(activity.id),
            item: both("Trainer and dyes", "प्रशिक्षक र रङ"),
            quantity: Some(Decimal::from(12)),
            unit_cost: Some(Decimal::new(185_050, 2)),
            source: Some(FundSource::Own),
            ..BudgetLine::new(ids.next())
        })
        .collect();
    let risks: Vec<_> = rows
        .iter()
        .step_by(10)
        .zip((1..=5u8).cycle())
        .map(|(activity, step)| Risk {
            event: both("The dyes come late", "रङ ढिलो आउँछ"),
            likelihood: Rating::new(step),
            impact: Rating::new(6 - step),
            treatment: both("Order before the monsoon", "मनसुन अघि मगाउने"),
            activity: Some(activity.id),
            ..Risk::new(ids.next())
        })
        .collect();
    let cooperation: Vec<_> = (0..activities / 10)
        .map(|n| Cooperation {
            kind: Some(CooperationKind::ALL[n % 2]),
            topic: Key::new(["ovop", "credit", "policies"][n % 3]),
            text: both("Two weeks with a dyer", "रङ्गकर्मीसँग दुई हप्ता"),
            partner: Country::new("ID"),
            ..Cooperation::new(ids.next())
        })
        .collect();
    let ovop: Vec<_> = (0..activities / 10)
        .map(|n| OvopSheet {
            product: both(&format!("Shawl {n}"), "पछ्यौरा"), ..OvopSheet::new(ids.next())
        })
        .collect();
    let identity = Identity {
        title: both("Dhaka weaving in Palpa", "पाल्पाको ढाका बुनाई"),
        country: Country::new("NP"),
        start: Some(day(0)),
        finish: Some(day(420)),
        currency: Currency::new("NPR"),
        languages: vec![en.clone(), ne.clone()],
        ..Identity::default()
    };
    Plan {
        identity: Arc::new(identity),
        outputs: Table::from_rows(outputs).0,
        indicators: Table::from_rows(indicators).0,
        activities: Table::from_rows(rows).0,
        budget: Table::from_rows(budget).0,
        risks: Table::from_rows(risks).0,
        cooperation: Table::from_rows(cooperation).0,
        ovop: Table::from_rows(ovop).0,
        ..Plan::new(ids.next())
    }
}

/// A plan with so many activities and as many lines in its budget, from several payers, a tenth of them in another currency that
/// has a rate.
pub fn with_costs(activities: usize) -> Plan {
    let mut plan = of_size(activities);
    let mut ids = IdSource::seeded(2018);
    let lines = plan.activities.iter().enumerate().map(|(n, activity)| BudgetLine {
        activity: Some(activity.id),
        item: Text::english(&format!("Trainer and dyes {n}")),
        quantity: Some(Decimal::from(12)),
        unit_cost: Some(Decimal::new(185_050, 2)),
        currency: Currency::new("USD").filter(|_| n % 10 == 0),
        source: Some(FundSource::ALL[n % FundSource::ALL.len()]),
        ..BudgetLine::new(ids.next())
    });
    let rate = Rate {
        from: Currency::new("USD"),
        to: Currency::new("NPR"),
        rate: Some(Decimal::new(10_325, 2)),
        ..Rate::new(IdSource::seeded(2019).next())
    };
    plan.budget = Table::from_rows(lines.collect::<Vec<_>>()).0;
    plan.rates = Table::from_rows([rate]).0;
    plan
}

/// Activities of three days, each after the one before and all beginning on the same day.
pub fn chain_of(activities: usize) -> Plan {
    let mut plan = of_size(activities);
    let mut before: Option<Id<Activity>> = None;
    let rows = plan.activities.iter().map(|row| {
        let after = before.replace(row.id).map(|activity| After { activity, lag_days: 0 });
        Activity {
            start: Some(day(0)),
            finish: Some(day(2)),
            after: after.into_iter().collect(),
            ..row.clone()
        }
    });
    plan.activities = Table::from_rows(rows.collect::<Vec<_>>()).0;
    plan
}

/// A problem tree of so many cards: branches of eight, every fifth one above the core problem, with reasons and positive twins.
pub fn cards_of(cards: usize) -> Table<Card> {
    let bits = |n: usize| Id::from_bits(1 + u64::try_from(n).unwrap());
    let card = |n: usize| Card {
        kind: Some(match n {
            0 => CardKind::Core,
            _ if (n - 1) / 8 % 5 == 4 => CardKind::Effect,
            _ => CardKind::Cause,
        }),
        parent: n.checked_sub(1).map(|before| bits(if n % 8 == 1 { 0 } else { before })),
        problem: Text::english(&format!("{n} sheets of one order differ in weight and colour")),
        objective: Text::english(&format!("{n} sheets of one order have the same weight and colour")),
        reason: Text::english("Pulp is measured by eye"),
        ..Card::new(bits(n))
    };
    Table::from_rows((0..cards).map(card)).0
}

/// A day of the plan, counted from its first.
pub fn day(number: usize) -> Day {
    let first = Day::constant(2017, 9, 1);
    first.checked_add(jiff::SignedDuration::from_hours(24 * i64::try_from(number).unwrap())).unwrap()
}
