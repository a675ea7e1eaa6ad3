use super::{testing::*, *};
use crate::{
    analysis::{Derived, Section},
    locale::{Interface, Words},
    plan::*,
};

#[test]
fn a_sound_plan_is_left_alone() {
    assert_eq!(look(&sound()).iter().map(tell).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_new_plan_hears_nothing_but_gentle_hints() {
    let findings = look(&empty());
    assert!(findings.iter().all(|d| d.severity == Severity::Hint));
    assert!(findings.iter().len() <= 3, "{:?}", findings.iter().map(tell).collect::<Vec<_>>());
}

#[test]
fn every_rule_has_a_source_and_words_and_stands_once() {
    let mut codes = std::collections::HashSet::new();
    for language in Interface::ALL {
        let words = Words::new(*language);
        for rule in RULES {
            assert!(words.has(rule.words) && words.has(rule.title), "{}", rule.code);
            assert!(words.has(&format!("{}-hint", rule.words)), "{}", rule.code);
            assert!(!rule.source.is_empty());
            codes.insert(rule.code);
        }
    }
    assert_eq!(codes.len(), RULES.len());
    // All of `domain` 1.5, and beside them what two copies of a plan left open.
    let sheets = [("V", 20), ("H", 18), ("P", 13), ("M", 1)];
    let all = sheets.iter().flat_map(|(sheet, last)| (1..=*last).map(move |n| format!("{sheet}{n}")));
    assert_eq!(RULES.iter().map(|rule| rule.code.to_owned()).collect::<Vec<_>>(), all.collect::<Vec<_>>());
    for rule in RULES.iter().filter(|rule| rule.kind == Kind::Words) {
        assert_ne!(rule.severity, Severity::Error, "{}: a guess is never an error", rule.code);
    }
}

#[test]
fn random_plans_are_checked_and_the_cache_tells_the_truth() {
    for seed in 0..40 {
        let mut plan = sample::plan(seed, 120);
        let mut checker = Checker::default();
        let mut dice = sample::Dice::new(seed);
        for _ in 0..30 {
            let derived = Derived::new(&plan);
            assert_eq!(checker.check(&plan, &derived), check(&plan, &derived), "seed {seed}");
            let mut next = plan.clone();
            let edit: Edit = sample::Sample::sample(&mut dice);
            if edit.apply(&mut next).is_ok() {
                plan = next;
            }
        }
    }
}

/// A plan of many activities, each of which starts before the plan, with a line of the budget each.
fn large(n: u64) -> Plan {
    let mut plan = sound();
    let activity = |i| Activity {
        output: Some(id(1 + i % 2)),
        name: en("Visit a workshop and note what the loom needs"),
        start: Some(day("2017-09-01")),
        finish: Some(day("2017-11-01")),
        responsible: en(&format!("Officer of ward {}", i / 5)),
        after: if i > 0 && i % 7 == 0 {
            vec![After { activity: id(999 + i), lag_days: -60 }]
        } else {
            Vec::new()
        },
        ..Activity::new(id(1000 + i))
    };
    plan.activities = table((0..n).map(activity));
    let line = |i| BudgetLine {
        activity: Some(id(1000 + i)),
        item: en("Travel"),
        unit_cost: number(200),
        source: Some(FundSource::Own),
        ..BudgetLine::new(id(1000 + i))
    };
    plan.budget = table((0..n).map(line));
    plan
}

#[test]
fn an_edit_looks_at_one_row_again() {
    let (n, mut checker) = (2000, Checker::default());
    let plan = large(n);
    let before = checker.check(&plan, &Derived::new(&plan));
    let early = |findings: &Findings| {
        findings.shared().filter(|d| d.words == "check-P1-before").cloned().collect::<Vec<_>>()
    };
    assert_eq!(early(&before).len(), 2000);

    let check = |checker: &mut Checker, edit: Edit, found: usize, shared: usize| {
        let next = after(plan.clone(), &[edit]);
        let now = early(&checker.check(&next, &Derived::new(&next)));
        let old: std::collections::HashSet<_> = early(&before).iter().map(std::sync::Arc::as_ptr).collect();
        assert_eq!(now.len(), found);
        assert_eq!(now.iter().filter(|d| old.contains(&std::sync::Arc::as_ptr(d))).count(), shared);
    };
    check(&mut checker, Activity::change(id(1500), ActivityField::Name(en("Visit"))), 2000, 1999);
    check(&mut checker, Activity::delete(id(1500)), 1999, 1999);
    // What was looked at for the row that is gone now was looked at again, once.
    check(&mut checker, Activity::relocate(id(1001), At::Last), 2000, 1999);
}

#[test]
fn findings_are_found_by_place_block_and_section() {
    let plan = after(sound(), &[Activity::change(id(11), ActivityField::Start(Some(day("2017-12-01"))))]);
    let findings = look(&plan);
    let at = |place| findings.at(place).map(|d| d.words).collect::<Vec<_>>();
    assert_eq!(at(Place::cell::<Activity>(id(11), ACTIVITY.finish)), ["check-P1-order"]);
    assert_eq!(at(Place::row::<Activity>(id(11))), ["check-P1-order"]);
    assert_eq!(at(Place::row::<Activity>(id(21))), [""; 0]);
    assert_eq!(at(Place::cell::<Activity>(id(11), ACTIVITY.name)), [""; 0]);
    assert_eq!(findings.of_block(Block::Activity).count(), findings.of_section(Section::Activities).count());
    assert!(findings.count(Severity::Error) >= 1);
    assert_eq!(findings.worst_at(Place::row::<Activity>(id(11))), Some(Severity::Error));
}

#[test]
fn a_silenced_check_stands_aside() {
    let wrong = after(sound(), &[Activity::change(id(11), ActivityField::Start(Some(day("2017-12-01"))))]);
    let findings = look(&wrong);
    let found = findings.iter().find(|d| d.words == "check-P1-order").unwrap();
    let quiet = look(&after(wrong.clone(), &[found.silence(id(1), "the hall decides".into())]));
    assert_eq!(quiet.silenced().map(|d| d.words).collect::<Vec<_>>(), ["check-P1-order"]);
    assert_eq!(quiet.iter().len() + 1, findings.iter().len());

    let column =
        Silenced { code: Key::new("P1"), place: Some(Place::field(ACTIVITY.finish)), ..Silenced::new(id(2)) };
    assert_eq!(look(&after(wrong, &[Silenced::add(column, At::Last)])).silenced().len(), 1);
}

#[test]
fn places_have_names() {
    let plan = after(sound(), &[Indicator::relocate(id(34), At::First)]);
    let derived = Derived::new(&plan);
    let check = |place: Place, english: &str, indonesian: &str| {
        let name = |language| place_name(&place, &plan, &derived, &Words::new(language));
        assert_eq!(name(Interface::English), english);
        assert_eq!(name(Interface::Indonesian), indonesian);
    };
    let cell = Place::cell::<Activity>(id(21), ACTIVITY.start);
    check(cell, "Activity 2.1, start date", "Kegiatan 2.1, tanggal mulai");
    check(Place::field(IDENTITY.sectors), "Plan, DAC sectors", "Rencana, sektor DAC");
    check(Place::row::<Indicator>(id(34)), "Indicator 1 of output 2", "Indikator 1 keluaran 2");
    check(Place::row::<Indicator>(id(32)), "Indicator 1 of the purpose", "Indikator 1 tujuan proyek");
    check(Place::row::<Assumption>(id(43)), "Assumption 3", "Asumsi 3");
    check(Place::block(Block::Risk), "Risk", "Risiko");
    check(Place::row::<Output>(id(99)), "Output", "Keluaran");
}

#[test]
fn every_part_of_a_plan_has_a_name() {
    let mut keys: Vec<_> = Block::ALL.iter().map(|block| block.words()).collect();
    keys.extend(Block::ALL.iter().flat_map(|block| block.fields()).map(|field| field.words()));
    macro_rules! choices {
        ($($name:ident),*) => { $(keys.extend($name::ALL.iter().map(|choice| choice.words()));)* };
    }
    choices!(
        Depth,
        CalendarKind,
        Weekday,
        DateStyle,
        Grouping,
        StakeholderCategory,
        Level,
        CardKind,
        Grade,
        Measure,
        Direction,
        Frequency,
        Split,
        MatrixLevel,
        Certainty,
        InputKind,
        Answer,
        FundSource,
        CostCategory,
        CooperationKind,
        CooperationForm,
        CreditMethod,
        Status
    );
    for language in Interface::ALL {
        let words = Words::new(*language);
        let missing: Vec<_> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.tag());
    }
}
