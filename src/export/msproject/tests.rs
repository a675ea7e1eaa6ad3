//! The file as an independent reader sees it.

use crate::{
    export::{
        Format, export,
        tests::{
            HOSTILE,
            fixture::{day, id, table, usual, voice, with_source},
            hostile_plan,
        },
    },
    plan::{Activity, After, Identity, Plan, Weekday, sample},
};
use roxmltree::{Document, Node};
use std::sync::Arc;

/// The elements of a project in the order of Microsoft's schema (mspdi_pj14.xsd), as far as they are written here.
const PROJECT: &str = "SaveVersion Name Title Company Author CreationDate ScheduleFromStart StartDate FinishDate \
    CurrencyDigits CurrencySymbol CurrencyCode CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek \
    DaysPerMonth DefaultTaskType DurationFormat NewTasksEstimated WeekStartDay NewTasksAreManual Calendars Tasks Resources \
    Assignments";
const CALENDAR: &str = "UID Name IsBaseCalendar BaseCalendarUID WeekDays";
const WEEKDAY: &str = "DayType DayWorking WorkingTimes";
/// Start to DurationFormat as MS Project 2010 and later write them.
const TASK: &str = "UID ID Name Active Manual Type IsNull CreateDate Contact WBS OutlineNumber OutlineLevel Priority \
    Start Finish Duration ManualStart ManualFinish ManualDuration DurationFormat Estimated Milestone Summary Notes \
    PredecessorLink";
const LINK: &str = "PredecessorUID Type CrossProject LinkLag LagFormat";
const RESOURCE: &str = "UID ID Name Type IsNull";
const ASSIGNMENT: &str = "UID TaskUID ResourceUID Units";

fn made(plan: &Plan) -> String {
    let voice = voice("en");
    let bytes = with_source(plan, &voice, |s| export(s, Format::MsProject).unwrap().bytes);
    String::from_utf8(bytes).unwrap()
}

fn text<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.children()
        .find(|c| c.has_tag_name(("http://schemas.microsoft.com/project", name)))
        .and_then(|c| c.text())
        .unwrap_or("")
}

fn all<'a, 'i>(document: &'a Document<'i>, name: &'static str) -> Vec<Node<'a, 'i>> {
    document.descendants().filter(|n| n.tag_name().name() == name).collect()
}

fn task<'a, 'i>(document: &'a Document<'i>, name: &str) -> Node<'a, 'i> {
    all(document, "Task").into_iter().find(|t| text(*t, "Name") == name).unwrap_or_else(|| panic!("{name}"))
}

/// Every element stands where the schema has it, and none is unknown.
fn order_is_right(document: &Document<'_>) {
    let orders = [
        ("Project", PROJECT),
        ("Calendar", CALENDAR),
        ("WeekDay", WEEKDAY),
        ("Task", TASK),
        ("PredecessorLink", LINK),
        ("Resource", RESOURCE),
        ("Assignment", ASSIGNMENT),
    ];
    let mut seen = 0;
    for (name, order) in orders {
        let order: Vec<_> = order.split_whitespace().collect();
        for node in all(document, name) {
            seen += 1;
            let children = node.children().filter(Node::is_element).map(|c| c.tag_name().name());
            let places: Vec<_> = children
                .map(|c| order.iter().position(|o| *o == c).unwrap_or_else(|| panic!("{c} in {name}")))
                .collect();
            assert!(places.is_sorted(), "{name}: {places:?}");
        }
    }
    assert!(seen > 8, "{seen} elements");
}

#[test]
fn outline_dates_links_and_milestones_come_over() {
    let xml = made(&usual("ne"));
    let document = Document::parse(&xml).unwrap();
    order_is_right(&document);
    let outline: Vec<_> = all(&document, "Task")
        .iter()
        .map(|t| {
            [text(*t, "OutlineNumber"), text(*t, "WBS"), text(*t, "OutlineLevel"), text(*t, "Summary")]
                .join(" ")
        })
        .collect();
    assert_eq!(
        outline,
        [
            "1 1 1 1",
            "1.1 1.1 2 0",
            "1.2 1.2 2 1",
            "1.2.1 1.2.1 3 0",
            "1.2.2 1.2.2 3 0",
            "2 2 1 1",
            "2.1 2.1 2 0"
        ]
    );
    let brief = task(&document, "Brief the Director General and the district office");
    let dates =
        ["Start", "ManualStart", "Finish", "ManualFinish", "Manual", "Milestone"].map(|n| text(brief, n));
    let (start, finish) = ("2017-09-10T08:00:00", "2017-09-20T17:00:00");
    assert_eq!(dates, [start, start, finish, finish, "1", "0"]);
    // Eleven days, none of them free in this plan.
    assert_eq!(text(brief, "Duration"), "PT88H0M0S");
    assert!(text(brief, "Notes").contains("We adapt: One page instead of a meeting of all"));
    let opening = task(&document, "Opening day");
    assert_eq!(
        ["Milestone", "Duration", "Start"].map(|n| text(opening, n)),
        ["1", "PT0H0M0S", "2018-04-30T17:00:00"]
    );
    let house = task(&document, "Set up the dye house");
    let link = house.children().find(|c| c.tag_name().name() == "PredecessorLink").unwrap();
    assert_eq!(text(link, "PredecessorUID"), text(brief, "UID"));
    assert_eq!(["Type", "LinkLag", "LagFormat"].map(|n| text(link, n)), ["1", "0", "8"]);
    let person = all(&document, "Resource").into_iter().find(|r| text(*r, "Name") == "Sita Gurung").unwrap();
    let given =
        all(&document, "Assignment").into_iter().find(|a| text(*a, "TaskUID") == text(brief, "UID")).unwrap();
    assert_eq!(text(given, "ResourceUID"), text(person, "UID"));
    assert!(xml.contains("<NewTasksAreManual>1</NewTasksAreManual>"));
}

#[test]
fn the_calendar_has_the_weekend_of_the_country() {
    let check = |weekend: &[Weekday], free: &[&str], first: &str, hours: &str| {
        let plan = usual("ne");
        let identity = Identity { weekend: weekend.to_vec(), ..Identity::clone(&plan.identity) };
        let xml = made(&Plan { identity: Arc::new(identity), ..plan });
        let document = Document::parse(&xml).unwrap();
        order_is_right(&document);
        let days = all(&document, "WeekDay");
        let off: Vec<_> =
            days.iter().filter(|d| text(**d, "DayWorking") == "0").map(|d| text(*d, "DayType")).collect();
        assert_eq!(off, free, "{weekend:?}");
        assert_eq!(days.len(), 7);
        assert_eq!(text(document.root_element(), "WeekStartDay"), first, "{weekend:?}");
        // From Sunday 10 to Wednesday 20 September 2017.
        let brief = task(&document, "Brief the Director General and the district office");
        assert_eq!(text(brief, "Duration"), hours, "{weekend:?}");
    };
    check(&[Weekday::Saturday], &["7"], "0", "PT80H0M0S");
    check(&[Weekday::Friday], &["6"], "6", "PT80H0M0S");
    check(&[Weekday::Saturday, Weekday::Sunday], &["1", "7"], "1", "PT64H0M0S");
    check(&[], &[], "1", "PT88H0M0S");
}

#[test]
fn waiting_days_are_days_of_the_calendar_and_no_whole_waits_for_its_part() {
    let plan = usual("ne");
    let activities = plan.activities.iter().cloned().map(|a| match a.id.bits() {
        2 => Activity {
            after: vec![After { activity: id(3), lag_days: 0 }, After { activity: id(1), lag_days: -3 }],
            ..a
        },
        5 => Activity { after: vec![After { activity: id(2), lag_days: 14 }], ..a },
        _ => a,
    });
    let xml = made(&Plan { activities: table(activities), ..plan });
    let document = Document::parse(&xml).unwrap();
    let lags: Vec<_> = all(&document, "LinkLag").iter().map(|l| l.text().unwrap()).collect();
    assert_eq!(lags, ["-43200", "201600"]);
}

#[test]
fn any_plan_and_hostile_text_give_a_file_in_order() {
    for seed in 0..8 {
        let xml = made(&sample::plan(seed, 400));
        order_is_right(&Document::parse(&xml).unwrap());
    }
    let xml = made(&hostile_plan(HOSTILE));
    let document = Document::parse(&xml).unwrap();
    order_is_right(&document);
    let names = all(&document, "Name").into_iter().filter(|n| n.text() == Some(HOSTILE)).count();
    assert!(names >= 8, "{names}");
    let long = made(&hostile_plan(&"weaving ".repeat(2000)));
    let document = Document::parse(&long).unwrap();
    assert!(all(&document, "Name").iter().all(|n| n.text().unwrap_or("").chars().count() <= 251));
}

#[test]
fn a_plan_without_dates_is_a_list_of_tasks() {
    let plan = usual("ne");
    let activities = plan.activities.iter().cloned().map(|a| Activity { start: None, finish: None, ..a });
    let identity =
        Identity { start: None, finish: Some(day("2018-12-31")), ..Identity::clone(&plan.identity) };
    let xml = made(&Plan { activities: table(activities), identity: Arc::new(identity), ..plan });
    let document = Document::parse(&xml).unwrap();
    order_is_right(&document);
    assert!(all(&document, "Start").is_empty());
    assert_eq!(all(&document, "Task").len(), 7);
}
