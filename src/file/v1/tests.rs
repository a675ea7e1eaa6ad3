use super::super::{Opened, read, write as write_checked};
use super::*;
use crate::plan::sample::{self, Dice};

fn text_of(plan: &Plan) -> String {
    write_checked(plan, &Extras::default()).unwrap_or_else(|p| panic!("{}", p.render()))
}

fn open(text: &str) -> Opened {
    read(text.as_bytes()).unwrap_or_else(|p| panic!("{}\n{text}", p.render()))
}

/// A small plan by hand: two outputs, three activities, a problem tree.
const SMALL: &str = r#"// Rencana action plan, schema 1
(
  schema: 1,
  id: "p1",
  identity: (
    title: (en: "Weaving"),
    languages: ["en", "ne"],
  ),
  cards: [
    (id: "c1", kind: "core", problem: (en: "few sales")),
    (id: "c2", kind: "cause", parent: "c1"),
  ],
  outputs: [
    (id: "a1", text: (en: "trained weavers")),
    (id: "a2"),
  ],
  activities: [
    (id: "b1", output: "a1", start: "2017-10-02"),
    (id: "b2", output: "a2", start: "2017-11-02", after: [(activity: "b1", lag_days: 3)]),
    (id: "b3", output: "a2", parent: "b2"),
  ],
)
"#;

/// What is told about `SMALL` with one piece replaced.
fn told(old: &str, new: &str) -> Vec<String> {
    assert_eq!(SMALL.matches(old).count(), 1, "{old}");
    open(&SMALL.replace(old, new)).notes.iter().map(ToString::to_string).collect()
}

#[test]
fn random_plans_come_back_and_stay_the_same_bytes() {
    let plans = if std::env::var_os("RENCANA_LONG").is_some() { 10_000 } else { 120 };
    for seed in 0..plans {
        let plan = sample::plan(seed, 150);
        let text = text_of(&plan);
        let quick = read_with_ron(&text, &Limits::OF_FILES)
            .unwrap_or_else(|| panic!("ron does not read seed {seed}:\n{text}"));
        assert_eq!(quick, plan, "seed {seed}");
        let slow = read_with_tree(&text, false, &Limits::OF_FILES).unwrap();
        assert_eq!(slow.plan, plan, "seed {seed}");
        assert_eq!((slow.notes.len(), slow.extras), (0, Extras::default()), "seed {seed}");
        let opened = open(&text);
        assert!(opened.canonical);
        assert_eq!(write(&opened.plan, &opened.extras), text, "seed {seed}");
    }
    println!(
        "random plans written and read | {plans} plans | seeds 0..{plans} | all came back, the same bytes the second time"
    );
}

/// What stands inside rows is no row, and Indonesian (`id`) is no identity.
#[test]
fn limits_count_rows_and_nothing_else() {
    let limits = |rows, parts| Limits { rows, parts, ..Limits::OF_FILES };
    let rows = (2..10).map(|n| Output {
        text: Text::english("yarn").with(&Lang::new("id").unwrap(), "benang".into()),
        ..Output::new(Id::from_bits(n))
    });
    let after = vec![
        After { activity: Id::from_bits(20), lag_days: 1 },
        After { activity: Id::from_bits(21), lag_days: 0 },
    ];
    let activities =
        [Activity { after, ..Activity::new(Id::from_bits(22)) }, Activity::new(Id::from_bits(20))];
    let activities = activities.into_iter().chain([Activity::new(Id::from_bits(21))]);
    let mut plan = Plan {
        outputs: Table::from_rows(rows).0,
        activities: Table::from_rows(activities).0,
        ..Plan::new(Id::from_bits(1))
    };
    let languages = vec![Lang::english(), Lang::new("id").unwrap()];
    Edit::Identity(IdentityField::Languages(languages)).apply(&mut plan).unwrap();
    let text = text_of(&plan);
    let check = |limits: &Limits, fits: bool| {
        assert_eq!(read_with_ron(&text, limits).is_some(), fits, "{limits:?}");
        let read = read_with_tree(&text, false, limits);
        assert_eq!(
            read.map(|read| read.plan).map_err(|p| p.kind),
            if fits { Ok(plan.clone()) } else { Err(ProblemKind::TooLarge) }
        );
    };
    check(&limits(11, 100), true);
    check(&limits(10, 100), false);
    check(&limits(11, 1), false);
    check(&Limits::NONE, true);
    // The plan alone in Indonesian, with as many texts as there may be rows.
    let many = (0..200).map(|n| Risk {
        event: Text::default().with(&Lang::new("id").unwrap(), "banjir".into()),
        ..Risk::new(Id::from_bits(n + 2))
    });
    let plan = Plan { risks: Table::from_rows(many).0, ..Plan::new(Id::from_bits(1)) };
    let text = text_of(&plan);
    assert_eq!(read_with_ron(&text, &limits(200, 1000)), Some(plan));
    assert_eq!(read_with_ron(&text, &limits(199, 1000)), None);
}

#[test]
fn what_grew_beyond_a_limit_in_the_window_is_still_written_and_comes_back() {
    let rows = (0..=u64::try_from(MOST_ROWS).unwrap()).map(|n| Risk::new(Id::from_bits(n + 2)));
    let plan = Plan { risks: Table::from_rows(rows).0, ..Plan::new(Id::from_bits(1)) };
    let text = super::super::write(&plan, &Extras::default()).unwrap();
    assert_eq!(super::super::read(text.as_bytes()).unwrap_err().kind, ProblemKind::TooLarge);
    assert_eq!(super::super::read_own(text.as_bytes()).unwrap().plan, plan);
    // With a remark the tree has to read it.
    let remarked = format!("// mine\n{text}");
    let opened = super::super::read_own(remarked.as_bytes()).unwrap();
    assert_eq!((opened.extras.remarks(), opened.plan == plan), (1, true));
}

#[test]
fn an_empty_plan_is_five_lines() {
    let plan = Plan::new(Id::from_bits(7));
    assert_eq!(
        text_of(&plan),
        "// Rencana action plan, schema 1. Made to be read and edited by hand; keep the ids.\n\
         #![enable(implicit_some)]\n(\n  schema: 1,\n  id: \"000000000007\",\n)\n"
    );
}

#[test]
fn a_small_plan_by_hand_opens_without_a_word() {
    let opened = open(SMALL);
    assert_eq!(opened.notes, []);
    assert!(!opened.canonical);
    let plan = &opened.plan;
    assert_eq!(plan.identity.title.get(&Lang::english()).raw(), "Weaving");
    assert_eq!(plan.activities.at(1).unwrap().after[0].lag_days, 3);
    assert_eq!(plan.activities.at(2).unwrap().parent, Some(plan.activities.at(1).unwrap().id));
    assert_eq!(open(&text_of(plan)).plan, *plan);
}

#[test]
fn what_does_not_fit_is_told_with_its_place_and_kept() {
    let opened = open(&SMALL.replace("2017-11-02", "2017-13-40"));
    assert_eq!(
        opened.notes[0].render(),
        "line 19, column 37: Activity 2.1, start date: \"2017-13-40\" is not a date — write it as year-month-day, for example \
         2017-10-02\n   19 |     (id: \"b2\", output: \"a2\", start: \"2017-13-40\", after: [(activity: \"b1\", lag_days: 3)]),\n      \
         |                                     ^"
    );
    let activity = opened.plan.activities.at(1).unwrap();
    assert_eq!(opened.notes[0].place, Some(Place::cell(activity.id, ACTIVITY.start)));
    assert_eq!(opened.notes[0].found, "\"2017-13-40\"");
    assert_eq!(activity.start, None);
    let text = write_checked(&opened.plan, &opened.extras).unwrap();
    assert!(text.contains("start: \"2017-13-40\",\n"), "{text}");
    let again = open(&text);
    assert_eq!((&again.plan, &again.extras), (&opened.plan, &opened.extras));
    assert!(again.canonical && again.notes.len() == 1);
    // The field gets a value: the old text goes.
    let mut plan = opened.plan.clone();
    let day = "2018-01-02".parse().unwrap();
    Activity::change(activity.id, ActivityField::Start(Some(day))).apply(&mut plan).unwrap();
    let text = write_checked(&plan, &opened.extras).unwrap();
    assert!(text.contains("start: \"2018-01-02\"") && !text.contains("2017-13-40"));
}

#[test]
fn every_kind_of_misfit_has_its_sentence() {
    let check = |old: &str, new: &str, expected: &str| {
        let told = told(old, new);
        assert_eq!(told.len(), 1, "{new}: {told:?}");
        let said = told[0].split_once(": ").unwrap().1;
        assert_eq!(said, expected);
    };
    let stays = "it stays in the file until the field is filled";
    check(
        r#"kind: "core""#,
        r#"kind: "heart""#,
        "Card 1, kind: \"heart\" is not one of the choices — choose core, cause, effect",
    );
    check(
        r#"parent: "c1""#,
        r#"parent: "zz""#,
        &format!("Card 2, parent: there is no card with the id \"zz\" — {stays}"),
    );
    check(
        r#"parent: "c1""#,
        r#"parent: "c2""#,
        "Card 2, parent: it would be a part of itself — choose another parent",
    );
    check(
        "start: \"2017-10-02\"",
        "start: [1, 2]",
        &format!("Activity 1.1, start: [1, 2] cannot stand here — {stays}"),
    );
    check(
        "start: \"2017-10-02\"",
        "start: inf",
        "Activity 1.1, start date: \"inf\" is not a date — write it as year-month-day, for example 2017-10-02",
    );
    check(
        "start: \"2017-10-02\"",
        "milestone: 1",
        "Activity 1.1, milestone: \"1\" is neither true nor false — write true, or leave the field out",
    );
    check(
        "lag_days: 3",
        "lag_days: 3.5",
        "Activity 2.1, after 1, lag days: \"3.5\" is not a whole number — write digits only, for example 2017",
    );
    check(
        r#"activity: "b1""#,
        r#"activity: "zz""#,
        &format!("Activity 2.1, after 1, activity: there is no activity with the id \"zz\" — {stays}"),
    );
    check(
        r#"activity: "b1""#,
        r#"activity: "b2""#,
        "Activity 2.1, after: waiting for 0000000000b2 would go in a circle — it stays in the file as it is",
    );
    check(
        r#"activity: "b1""#,
        r#"activity: "b3""#,
        "Activity 2.1, after: waiting for 0000000000b3 would go in a circle — it stays in the file as it is",
    );
    check(
        r#"["en", "ne"]"#,
        r#"["en", "en"]"#,
        "Identity, languages: \"en\" is there twice — write a tag of BCP 47, for example en, ne or uz-Arab",
    );
    check(
        r#"["en", "ne"]"#,
        r#"["en", "नेपाली"]"#,
        "Identity, languages: \"नेपाली\" is not a language tag — write a tag of BCP 47, for example en, ne or uz-Arab",
    );
    check(
        r#"(id: "a2")"#,
        r#"(id: "a2", colour: "red")"#,
        "Output 2: colour is not known here — it stays in the file as it is",
    );
    check(
        r#"(id: "a2")"#,
        r#"(id: "a2"), 5"#,
        "Output: \"5\" is no item of this list — it stays in the file as it is",
    );
    check(r#"(id: "b3", "#, "(", "Activity 2.1.1: it has no id and got a new one");
    check(
        "schema: 1",
        "schema: 9",
        "the file has schema 9; this program knows 1 — what it does not know stays in the file; a newer Rencana shows it",
    );
    check("schema: 1,", "schema: 1, budget: 7,", &format!("Budget line: \"7\" cannot stand here — {stays}"));
}

#[test]
fn twice_the_same_id_loses_nothing() {
    let opened = open(
        &SMALL
            .replace(r#"(id: "a2")"#, r#"(id: "a1", text: (en: "second"))"#)
            .replace(r#"output: "a2""#, r#"output: "a1""#),
    );
    assert_eq!(opened.plan.outputs.len(), 2);
    assert_eq!(opened.plan.outputs.at(1).unwrap().text.get(&Lang::english()).raw(), "second");
    assert_eq!(opened.notes.iter().map(|n| n.kind).collect::<Vec<_>>(), [NoteKind::NewId]);
    assert_eq!(open(SMALL).plan, open(SMALL).plan, "new ids are the same each time");
}

#[test]
fn ids_that_people_make_up_work() {
    let opened = open(&SMALL.replace(r#""b2""#, r#""second training!""#));
    let plan = &opened.plan;
    assert_eq!(plan.activities.at(2).unwrap().parent, Some(plan.activities.at(1).unwrap().id));
    assert_eq!(opened.notes.len(), 1);
}

#[test]
fn circles_are_opened_and_the_rest_stays() {
    let text = SMALL.replace(
        r#"(id: "b1", output: "a1", start: "2017-10-02")"#,
        r#"(id: "b1", output: "a1", after: [(activity: "b3"), (activity: "b2", lag_days: 2), // why
      (activity: "b4")]),
      (id: "b4"), (id: "b5", after: [(activity: "b4")])"#,
    );
    let opened = open(&text);
    let circles = opened.notes.iter().filter(|n| n.kind == NoteKind::Circle).count();
    assert!(circles >= 1, "{:?}", opened.notes);
    let written = write_checked(&opened.plan, &opened.extras).unwrap();
    let again = open(&written);
    assert_eq!(
        (&again.plan, &again.extras, again.canonical),
        (&opened.plan, &opened.extras, true),
        "{written}"
    );
    assert!(written.contains("// why"));
    let links: usize = opened.plan.activities.iter().map(|a| a.after.len()).sum();
    assert_eq!(links + circles, 5, "every link is in the plan or told");
}

#[test]
fn random_links_never_make_a_plan_that_edits_would_refuse() {
    let mut dice = Dice::new(5);
    for _ in 0..300 {
        let n = 2 + dice.below(7);
        let mut text = String::from("(schema: 1, id: \"1\", activities: [");
        for i in 0..n {
            text += &format!("(id: \"{i}\"");
            if dice.below(3) == 0 {
                text += &format!(", parent: \"{}\"", dice.below(n));
            }
            let links: Vec<_> =
                (0..dice.below(3)).map(|_| format!("(activity: \"{}\")", dice.below(n))).collect();
            text += &format!(", after: [{}]),", links.join(", "));
        }
        text += "])";
        let opened = open(&text);
        for activity in opened.plan.activities.iter() {
            // Setting a link to what it is, from empty, must be allowed.
            let mut plan = opened.plan.clone();
            let (after, parent) = (activity.after.clone(), activity.parent);
            Activity::change(activity.id, ActivityField::After(Vec::new())).apply(&mut plan).unwrap();
            Activity::change(activity.id, ActivityField::After(after))
                .apply(&mut plan)
                .unwrap_or_else(|e| panic!("{e}\n{text}"));
            Activity::change(activity.id, ActivityField::Parent(None)).apply(&mut plan).unwrap();
            Activity::change(activity.id, ActivityField::Parent(parent))
                .apply(&mut plan)
                .unwrap_or_else(|e| panic!("{e}\n{text}"));
        }
        let written = write_checked(&opened.plan, &opened.extras).unwrap();
        assert_eq!(open(&written).plan, opened.plan);
    }
}

const BY_HAND: &str = r#"// Rencana action plan, schema 1. Made to be read and edited by hand; keep the ids.
#![enable(implicit_some)]
// our first plan
(
  // do not change
  schema: 1,
  id: "000000000001", // nor this
  identity: (
    // the name of the village is in Newari
    title: (
      en: "Weaving",
      // ask Amina
      ne: "बुनाई", // checked
    ),
    mood: Hopeful(of: "us", /* all */ 12),
  ),
  outputs: [
    // the main one
    (
      id: "0000000000a1",
      text: (en: "trained weavers"), // forty of them
      colour: "red", // later
      // end of the output
    ), // done
    (
      id: "0000000000a2",
    ),
    "what is this?", // an item?
    // no more outputs
  ],
  activities: [
    (
      id: "0000000000b1",
      output: "0000000000a1",
      after: [
        // first the other
        (
          activity: "0000000000b2",
          reason: "money",
        ),
      ],
    ),
    (
      id: "0000000000b2",
      start: "soon", // when?
    ),
  ],
  future: {
    "x": [1, 2, (a: 'c')],
  },
  // that is all
)
// bye
"#;

#[test]
fn remarks_and_unknown_things_survive_an_edit_elsewhere() {
    let opened = open(BY_HAND);
    assert!(opened.canonical, "{}", write(&opened.plan, &opened.extras));
    let kinds: Vec<_> = opened.notes.iter().map(|n| n.kind).collect();
    use NoteKind::*;
    assert_eq!(kinds, [Unknown, Unknown, SetAside, Unknown, Unfit, Unknown, Remarks], "{:?}", opened.notes);
    let mut plan = opened.plan.clone();
    let at = plan.outputs.at(1).unwrap().id;
    Output::change(at, OutputField::Text(Text::english("more"))).apply(&mut plan).unwrap();
    let new = Output { text: Text::english("new"), ..Output::new(Id::from_bits(99)) };
    Output::add(new, At::First).apply(&mut plan).unwrap();
    let first = plan.outputs.at(1).unwrap().id;
    Output::relocate(first, At::Last).apply(&mut plan).unwrap();
    let text = write_checked(&plan, &opened.extras).unwrap();
    for line in BY_HAND.lines().filter(|l| l.contains("//") || l.contains("mood") || l.contains("reason")) {
        assert!(text.contains(line.trim()), "lost: {line}\n{text}");
    }
    assert!(text.contains("    // the main one\n    (\n      id: \"0000000000a1\",\n"), "{text}");
    assert_eq!(open(&text).plan, plan);
}

#[test]
fn remarks_on_a_removed_row_go_with_it() {
    let opened = open(BY_HAND);
    let mut plan = opened.plan.clone();
    Output::delete(plan.outputs.at(0).unwrap().id).apply(&mut plan).unwrap();
    let text = write_checked(&plan, &opened.extras).unwrap();
    assert!(!text.contains("forty of them") && text.contains("no more outputs"));
}

#[test]
fn languages_by_hand() {
    let check = |title: &str, expected: &[(&str, &str)]| {
        let opened = open(&SMALL.replace(r#"(en: "Weaving")"#, title));
        let title = &opened.plan.identity.title;
        let found: Vec<_> = title.iter().map(|(l, t)| (l.as_str(), t.raw())).collect();
        assert_eq!(found, expected, "{title:?}");
        let text = write_checked(&opened.plan, &opened.extras).unwrap();
        assert_eq!(open(&text).plan, opened.plan);
        text
    };
    check("\"alone\"", &[("en", "alone")]);
    check(r#"{"en": "a", "uz-Arab": "b"}"#, &[("en", "a"), ("uz-Arab", "b")]);
    check(r#"Some((en: Some("a"), ne: None))"#, &[("en", "a")]);
    check(r#"(r#zh-Hant: "a")"#, &[("zh-Hant", "a")]);
    check("()", &[]);
    let text = check(r#"(zh_Hant: "a", en: "b")"#, &[("zh-Hant", "a"), ("en", "b")]);
    assert!(text.contains("    title: (\n      zh_Hant: \"a\",\n      en: \"b\",\n    ),\n"), "{text}");
    let text = check(r#"(en: "a", en: "b", english: 5, x: "y")"#, &[("en", "a"), ("english", "5")]);
    assert!(text.contains("en: \"b\",") && text.contains("x: \"y\","), "{text}");
}

#[test]
fn numbers_keep_every_digit_and_have_one_form() {
    let check = |written: &str, expected: Option<&str>| {
        let text = format!("(schema: 1, id: \"1\", budget: [(id: \"2\", quantity: {written})])");
        let opened = open(&text);
        let found = opened.plan.budget.at(0).unwrap().quantity;
        assert_eq!(found, expected.map(|e| e.parse().unwrap()), "{written}");
        let again = write_checked(&opened.plan, &opened.extras).unwrap();
        match expected {
            Some(expected) => assert!(again.contains(&format!("quantity: {expected},")), "{again}"),
            None => assert!(again.contains(&format!("quantity: {written},")), "{again}"),
        }
        assert!(open(&again).canonical);
    };
    check("12.50", Some("12.5"));
    check("\"12.50\"", Some("12.5"));
    check("1234567890123456.123456789012", Some("1234567890123456.123456789012"));
    check("79228162514264337593543950335", Some("79228162514264337593543950335"));
    check("-0.0", Some("0"));
    check("1_000", Some("1000"));
    check("1e3", Some("1000"));
    check("0x1F", Some("31"));
    check("12i64", Some("12"));
    check("Some(7)", Some("7"));
    check("inf", None);
    check("NaN", None);
    check("1e400", None);
    check("99999999999999999999999999999999", None);
    check("\"12,5\"", None);
}
