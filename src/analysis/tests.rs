use super::*;
use crate::plan::{
    Activity, ActivityField, At, BudgetField, BudgetLine, Currency, Day, Decimal, Edit, FundSource, Id,
    IdentityField, Money, Output, Rate, Row, Table,
    sample::{self, Sample as _},
};

fn id<T>(bits: u64) -> Id<T> {
    Id::from_bits(bits)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn currency(code: &str) -> Currency {
    Currency::new(code).unwrap()
}

/// Two outputs with two and one activities; activity 1.2 has two parts.
fn plan() -> Plan {
    let mut document = crate::document::Document::unsaved(Plan::new(id(1)));
    let activity = |n, output: Option<u64>, parent: Option<u64>, start: &str, finish: &str| Activity {
        output: output.map(id),
        parent: parent.map(id),
        start: Some(day(start)),
        finish: Some(day(finish)),
        ..Activity::new(id(n))
    };
    let line = |n, a, cost: i64, code: Option<&str>, source| BudgetLine {
        activity: Some(id(a)),
        quantity: Some(Decimal::from(2)),
        unit_cost: Some(Decimal::from(cost)),
        currency: code.map(currency),
        source,
        ..BudgetLine::new(id(n))
    };
    let edits = [
        Edit::Identity(IdentityField::Currency(Some(currency("NPR")))),
        Output::add(Output::new(id(1)), At::Last),
        Output::add(Output::new(id(2)), At::Last),
        Activity::add(activity(13, Some(2), None, "2018-01-01", "2018-01-31"), At::Last),
        Activity::add(activity(11, Some(1), None, "2017-09-01", "2017-09-30"), At::Last),
        Activity::add(activity(12, Some(1), None, "2017-09-01", "2017-09-02"), At::Last),
        Activity::add(activity(21, None, Some(12), "2017-11-01", "2017-11-15"), At::Last),
        Activity::add(activity(22, None, Some(12), "2017-10-05", "2017-10-06"), At::Last),
        BudgetLine::add(line(31, 21, 500, None, Some(FundSource::Own)), At::Last),
        BudgetLine::add(line(32, 11, 100, Some("USD"), Some(FundSource::Unfunded)), At::Last),
        BudgetLine::add(BudgetLine::new(id(33)), At::Last),
    ];
    for edit in &edits {
        document.apply(edit).unwrap();
    }
    Plan::clone(document.plan())
}

#[test]
fn numbers_follow_the_order() {
    let plan = plan();
    let numbering = Numbering::new(&plan);
    let numbers: Vec<_> = numbering.activities().iter().map(|p| (p.id.bits(), &*p.number, p.depth)).collect();
    assert_eq!(numbers, [(11, "1.1", 0), (12, "1.2", 0), (21, "1.2.1", 1), (22, "1.2.2", 1), (13, "2.1", 0)]);
    assert_eq!(numbering.placed(id(22)).unwrap().output, Some(id(1)));
}

#[test]
fn a_whole_spans_its_parts() {
    let plan = plan();
    let numbering = std::sync::Arc::new(Numbering::new(&plan));
    let schedule = Schedule::new(&plan, &numbering);
    assert_eq!(schedule.activity(id(12)), Some(Span::new(day("2017-10-05"), day("2017-11-15"))));
    assert_eq!(schedule.output(id(1)), Some(Span::new(day("2017-09-01"), day("2017-11-15"))));
    assert_eq!(schedule.whole().unwrap().days(), 153);
}

#[test]
fn currencies_do_not_add_without_a_rate() {
    let plan = plan();
    let totals = Derived::new(&plan).totals;
    assert_eq!(totals.all.get(currency("NPR")), Decimal::from(1000));
    assert_eq!(totals.all.get(currency("USD")), Decimal::from(200));
    assert_eq!((totals.converted, totals.incomplete_lines), (None, 1));
    assert_eq!(totals.without_rate, [currency("USD")]);

    let mut document = crate::document::Document::unsaved(plan);
    let rate = Rate {
        from: Some(currency("USD")),
        to: Some(currency("NPR")),
        rate: Some(Decimal::from(100)),
        on: Some(day("2017-08-01")),
        ..Rate::new(id(41))
    };
    document.apply(&Rate::add(rate, At::Last)).unwrap();
    let totals = Derived::new(document.plan()).totals;
    let money = |n: i64| Some(Money { amount: Decimal::from(n), currency: currency("NPR") });
    assert_eq!((totals.converted, totals.converted_unfunded), (money(21_000), money(20_000)));
}

#[test]
fn any_plan_has_answers() {
    for seed in 0..30 {
        let plan = sample::plan(seed, 300);
        let derived = Derived::new(&plan);
        assert_eq!(derived.numbering.activities().len(), plan.activities.len());
        assert_eq!(if_then(&plan).len(), plan.outputs.len() + 2);
        for section in Section::ALL {
            assert!((0.0..=1.0).contains(&derived.fullness.share(*section)));
        }
    }
}

#[test]
fn random_edits_keep_the_answers() {
    for seed in 0..20 {
        let mut document = crate::document::Document::unsaved(sample::plan(seed, 200));
        let mut derived = Derived::new(document.plan());
        let mut dice = sample::Dice::new(seed);
        let mut made = 0;
        for _ in 0..200 {
            let (edit, before) = (Edit::sample(&mut dice), std::sync::Arc::clone(document.plan()));
            if document.apply(&edit) != Ok(true) {
                continue;
            }
            derived = derived.next(&before, document.plan());
            assert!(derived == Derived::new(document.plan()), "seed {seed}: {edit:?}");
            made += 1;
        }
        assert!(made > 10, "seed {seed}: only {made} edits fit");
    }
}

/// The edits that are followed instead of deriving all anew, one after another.
#[test]
fn random_times_and_costs_keep_the_answers() {
    for seed in 0..40 {
        let mut plan = sample::plan(seed, 250);
        if seed % 4 > 0 {
            plan.reports = Table::default();
        }
        let mut document = crate::document::Document::unsaved(plan);
        let mut derived = Derived::new(document.plan());
        let mut dice = sample::Dice::new(seed);
        let mut made = 0;
        for _ in 0..250 {
            let change = |dice: &mut sample::Dice| match dice.below(6) {
                0 => BudgetLine::change(Id::sample(dice), BudgetField::sample(dice)),
                1 => Activity::change(Id::sample(dice), ActivityField::Finish(Some(Day::sample(dice)))),
                2 => Activity::change(Id::sample(dice), ActivityField::Start(Option::sample(dice))),
                _ => Activity::change(Id::sample(dice), ActivityField::sample(dice)),
            };
            let edit = match dice.below(5) {
                0 => Edit::Several("several", vec![change(&mut dice), change(&mut dice)]),
                _ => change(&mut dice),
            };
            let before = Arc::clone(document.plan());
            if document.apply(&edit) == Ok(true) {
                derived = derived.next(&before, document.plan());
                assert!(derived == Derived::new(document.plan()), "seed {seed}: {edit:?}");
                made += 1;
            }
        }
        assert!(made > 60, "seed {seed}: only {made} edits fit");
    }
}

#[test]
fn typing_keeps_what_it_does_not_touch() {
    let plan = plan();
    let mut document = crate::document::Document::unsaved(plan.clone());
    let derived = Derived::new(&plan);
    let name = crate::plan::ActivityField::Name(crate::plan::Text::english("Weave"));
    document.apply(&Activity::change(id(12), name)).unwrap();
    let next = derived.next(&plan, document.plan());
    assert!(std::sync::Arc::ptr_eq(&next.numbering, &derived.numbering));
    assert!(std::sync::Arc::ptr_eq(&next.totals, &derived.totals));
}

/// Activities of one day each, the first on Monday 2 October 2017; each waits for the one before and begins on the same day.
fn chain(count: u64, weekend: &[crate::plan::Weekday]) -> Plan {
    use crate::plan::{After, Identity, Table};
    let rows = (0..count).map(|n| Activity {
        start: Some(day("2017-10-02")),
        finish: Some(day("2017-10-03")),
        after: (n > 0).then(|| After { activity: id(n), lag_days: 0 }).into_iter().collect(),
        ..Activity::new(id(n + 1))
    });
    let identity = Identity { weekend: weekend.to_vec(), ..Identity::default() };
    Plan { identity: std::sync::Arc::new(identity), activities: Table::from_rows(rows).0, ..Plan::new(id(1)) }
}

fn mended(plan: &Plan, only: Option<u64>) -> Vec<String> {
    let derived = Derived::new(plan);
    let mut document = crate::document::Document::saved(plan.clone());
    if let Some(edit) = mend_dates(plan, &derived, only.map(id)) {
        document.apply(&edit).unwrap();
    }
    let said = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    document.plan().activities.iter().map(|a| format!("{} {}", said(a.start), said(a.finish))).collect()
}

#[test]
fn a_chain_is_mended_day_after_day_and_skips_weekends() {
    use crate::plan::Weekday;
    let plan = chain(4, &[]);
    let all =
        ["2017-10-02 2017-10-03", "2017-10-04 2017-10-05", "2017-10-06 2017-10-07", "2017-10-08 2017-10-09"];
    assert_eq!(mended(&plan, None), all);
    assert_eq!(mended(&plan, Some(2)), all, "what waits for it moves on");
    let last = mended(&plan, Some(4));
    assert_eq!(last[..3], vec!["2017-10-02 2017-10-03"; 3]);
    assert_eq!(last[3], "2017-10-04 2017-10-05");
    let weekend = [Weekday::Saturday, Weekday::Sunday];
    assert_eq!(mended(&chain(4, &weekend), None)[3], "2017-10-09 2017-10-10");
    assert_eq!(earliest_start(day("2017-10-06"), 0, &weekend), Some(day("2017-10-09")));
    assert_eq!(earliest_start(day("2017-10-06"), -3, &weekend), Some(day("2017-10-04")));
    assert_eq!(earliest_start(day("2017-10-06"), 0, Weekday::ALL), Some(day("2017-10-07")));
    assert_eq!(mend_dates(&chain(1, &[]), &Derived::new(&chain(1, &[])), None), None);
}

#[test]
fn parts_move_behind_what_their_whole_waits_for_and_a_whole_ends_with_its_last_part() {
    use crate::plan::{ActivityField, After};
    let mut document = crate::document::Document::saved(plan());
    let after = |activity: u64, before: u64, lag_days| {
        let links = vec![After { activity: id(before), lag_days }];
        Activity::change(id(activity), ActivityField::After(links))
    };
    // 12 with its parts 21 (1 to 15 November) and 22 (5 and 6 October) waits for 11 (September) and 10 days; 13 waits for 12.
    for edit in [after(12, 11, 10), after(13, 12, 60)] {
        document.apply(&edit).unwrap();
    }
    let said = mended(document.plan(), None);
    let rows = |n: u64| document.plan().activities.position(id(n)).unwrap();
    assert_eq!(said[rows(22)], "2017-10-11 2017-10-12");
    assert_eq!(said[rows(21)], "2017-11-01 2017-11-15");
    assert_eq!(said[rows(13)], "2018-01-15 2018-02-14");
    assert_eq!(said[rows(12)], "2017-09-01 2017-09-02", "dates of a whole come from its parts");
}

#[test]
fn a_chain_of_ten_thousand_is_mended_without_a_deep_stack() {
    let plan = chain(10_000, &[]);
    let started = std::time::Instant::now();
    let said = mended(&plan, None);
    // Two days each: the last one begins 19,998 days after the first.
    assert_eq!(said[9_999], "2072-07-03 2072-07-04");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn totals_by_activity_hold_those_of_its_parts() {
    let mut plan = plan();
    let line = |n, a: Option<u64>, cost: i64| BudgetLine {
        activity: a.map(id),
        unit_cost: Some(Decimal::from(cost)),
        source: Some(FundSource::Own),
        ..BudgetLine::new(id(n))
    };
    let lines = plan.budget.iter().cloned();
    let more = [line(41, Some(12), 7), line(42, Some(22), 30), line(43, None, 2), line(44, Some(99), 1)];
    plan.budget = Table::from_rows(lines.chain(more).collect::<Vec<_>>()).0;
    let totals = Derived::new(&plan).totals;
    let said = |activity: Option<u64>| {
        let sum = totals.by_activity.get(&activity.map(id))?;
        let words = |amounts: &Amounts| {
            amounts.iter().map(|m| format!("{} {}", m.currency, m.amount)).collect::<Vec<_>>().join(" ")
        };
        Some((words(&sum.all), words(&sum.unfunded)))
    };
    let sum = |all: &str, unfunded: &str| Some((all.to_owned(), unfunded.to_owned()));
    assert_eq!(said(Some(21)), sum("NPR 1000", ""));
    assert_eq!(said(Some(22)), sum("NPR 30", ""));
    assert_eq!(said(Some(12)), sum("NPR 1037", ""), "1000 and 30 of its parts, 7 of its own");
    assert_eq!(said(Some(11)), sum("USD 200", "USD 200"));
    assert_eq!(said(Some(13)), None, "it costs nothing");
    assert_eq!(said(None), sum("NPR 3", ""), "no activity, or one that is not there");
}

#[test]
fn totals_by_fiscal_year_follow_the_calendar_of_the_plan() {
    use crate::plan::{CalendarKind, FiscalStart, IdentityField};
    let mut document = crate::document::Document::saved(plan());
    let by_year = |document: &crate::document::Document| {
        let totals = Derived::new(document.plan()).totals;
        let said = |(year, sum): (&Option<crate::locale::calendar::FiscalYear>, &Sum)| {
            let sums: Vec<_> = sum.all.iter().map(|m| format!("{} {}", m.currency, m.amount)).collect();
            format!("{}: {}", year.map(|y| y.label()).unwrap_or_default(), sums.join(" "))
        };
        totals.by_year.iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(by_year(&document), ["2017: NPR 1000 USD 200"]);
    let start = FiscalStart { calendar: CalendarKind::SolarHijri, month: 7, day: 10 };
    document.apply(&Edit::Identity(IdentityField::FiscalStart(Some(start)))).unwrap();
    assert_eq!(by_year(&document), ["1395/96: USD 200", "1396/97: NPR 1000"]);
}
