//! An activity that was taken from the plan of another team says whose idea it was, whatever happens to it.

use crate::support::examples;
use rencana::{
    analysis::Derived,
    document::Document,
    export::{self, Format, Options, ShippedVoice, Source},
    file,
    import::{Book, Cell, own},
    locale::{Interface, Words},
    merge,
    pack::Packs,
    plan::{
        ACTIVITY, Activity, ActivityField, At, Borrowed, Country, Edit, Id, IdSource, Output, OutputField,
        Plan, Row, Text,
    },
};
use std::io::Read;

const PLAN: &str = "Shoes with a clean river";
const TEAM: &str = "Team of the tanners' office";

fn origin() -> Borrowed {
    Borrowed {
        country: Country::new("BD"),
        plan: PLAN.into(),
        team: TEAM.into(),
        on: Some("2017-08-09".parse().unwrap()),
    }
}

/// An example in which the first activity and a milestone are borrowed, and the two.
fn borrowing() -> (Plan, [Id<Activity>; 2]) {
    let path = examples().into_iter().find(|path| path.ends_with("nepal-lokta-paper.plan.ron")).unwrap();
    let plan = file::read(&std::fs::read(path).unwrap()).unwrap().plan;
    let first = plan.activities.at(0).unwrap().id;
    let milestone = plan.activities.iter().find(|a| a.milestone).unwrap().id;
    let ids = [first, milestone];
    let borrow = |id| Activity::change(id, ActivityField::Borrowed(Some(origin())));
    (after(&plan, &ids.map(borrow)), ids)
}

fn after(plan: &Plan, edits: &[Edit]) -> Plan {
    let mut document = Document::saved(plan.clone());
    for edit in edits {
        document.apply(edit).unwrap();
    }
    Plan::clone(document.plan())
}

#[track_caller]
fn still(plan: &Plan, ids: [Id<Activity>; 2]) {
    for id in ids {
        assert_eq!(plan.activities.get(id).unwrap().borrowed, Some(origin()));
    }
}

#[test]
fn every_other_change_of_an_activity_leaves_its_attribution() {
    let (plan, ids) = borrowing();
    let other = plan.activities.iter().find(|a| !ids.contains(&a.id)).unwrap().clone();
    for id in ids {
        // Every field takes what another activity says.
        for change in rencana::plan::Record::changes(&other) {
            if <Activity as rencana::plan::Record>::field_of(&change) != ACTIVITY.borrowed {
                let mut document = Document::saved(plan.clone());
                if document.apply(&Activity::change(id, change)).is_ok() {
                    still(document.plan(), ids);
                }
            }
        }
        let second = plan.outputs.at(1).unwrap().id;
        still(&after(&plan, &[Activity::change(id, ActivityField::Output(Some(second)))]), ids);
        still(&after(&plan, &[Activity::relocate(id, At::Last)]), ids);
        let renamed = Output::change(second, OutputField::Text(Text::english("Something else")));
        still(&after(&plan, &[renamed, Output::relocate(second, At::First)]), ids);
    }
    // The row itself, copied with a new identity, takes it along.
    let copy = Activity { id: Id::from_bits(99), ..plan.activities.get(ids[0]).unwrap().clone() };
    let copied = after(&plan, &[Activity::add(copy, At::Last)]);
    assert_eq!(copied.activities.get(Id::from_bits(99)).unwrap().borrowed, Some(origin()));
}

#[test]
fn it_survives_saving_joining_and_a_workbook_that_comes_back() {
    let (plan, ids) = borrowing();
    let bytes = file::write(&plan, &file::Extras::default()).unwrap();
    still(&file::read(bytes.as_bytes()).unwrap().plan, ids);

    // One copy borrowed, the other wrote other words: both count, whoever joins.
    let name = |text: &str| Activity::change(ids[0], ActivityField::Name(Text::english(text)));
    let forget = |id| Activity::change(id, ActivityField::Borrowed(None));
    let base = after(&plan, &ids.map(forget));
    let renamed = after(&base, &[name("Dye with the leaves of the walnut")]);
    for (mine, theirs) in [(&plan, &renamed), (&renamed, &plan)] {
        let merged = merge::merge(&base, mine, theirs).unwrap();
        still(&merged.plan, ids);
        assert!(merged.opened.is_empty());
        assert_eq!(
            merged.plan.activities.get(ids[0]).unwrap().name,
            renamed.activities.get(ids[0]).unwrap().name
        );
    }

    // Somebody writes another name into the workbook, and it comes back.
    let mut book = Book::read(&exported(&plan, Format::Xlsx)).unwrap();
    for id in ids {
        *cell(&mut book, "activity.name@en", id) = Cell::Text("Dye with the leaves of the walnut".into());
    }
    let (words, derived) = (Words::new(Interface::English), Derived::new(&plan));
    let proposal = own::compare(&plan, &derived, &words, &book, &mut IdSource::seeded(1)).unwrap();
    assert_eq!(proposal.changes.len(), 2, "{:?}", proposal.changes);
    let back = after(&plan, &[proposal.edit(&plan, |_| true).unwrap()]);
    for id in ids {
        let name = &back.activities.get(id).unwrap().name;
        assert_eq!(name.best(&[]).raw(), "Dye with the leaves of the walnut");
    }
    still(&back, ids);
}

/// The cell of an activity in the column with this name.
fn cell<'b>(book: &'b mut Book, name: &str, id: Id<Activity>) -> &'b mut Cell {
    let of_activities = Cell::Text("activity.id".into());
    let sheet = book.sheets.iter_mut().find(|s| s.rows[0].first() == Some(&of_activities)).unwrap();
    let column = sheet.rows[0].iter().position(|c| *c == Cell::Text(name.into())).unwrap();
    let row = sheet.rows.iter_mut().find(|r| r.first() == Some(&Cell::Text(id.to_string()))).unwrap();
    &mut row[column]
}

fn exported(plan: &Plan, format: Format) -> Vec<u8> {
    let (packs, options) = (Packs::builtin(), Options::on("2017-08-09".parse().unwrap()));
    let derived = Derived::new(plan);
    let voice = ShippedVoice::new(Words::new(Interface::English), &packs, plan);
    let source = Source { plan, derived: &derived, voice: &voice, checks: &[], options: &options };
    export::export(&source, format).unwrap().bytes
}

/// All text in a container of XML files.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        if file.name().unwrap().ends_with(".xml") {
            file.read_to_string(&mut all).unwrap();
        }
    }
    all
}

#[test]
fn every_document_that_shows_a_borrowed_activity_says_whose_idea_it_was() {
    let (plan, _) = borrowing();
    for format in [
        Format::Html,
        Format::Markdown,
        Format::Csv,
        Format::Ics,
        Format::MsProject,
        Format::Docx,
        Format::Xlsx,
    ] {
        let bytes = exported(&plan, format);
        let text = match format {
            Format::Docx | Format::Xlsx => unpacked(&bytes),
            // Long lines of a calendar go on in the next one.
            _ => String::from_utf8(bytes).unwrap().replace("\r\n ", "").replace("\\,", ","),
        };
        let text = text.replace("&#39;", "'").replace("&apos;", "'");
        let said = format!("{PLAN}, {TEAM}, Bangladesh");
        assert!(text.contains(&said), "{}", format.word());
    }
    let json = String::from_utf8(exported(&plan, Format::Json)).unwrap();
    assert!(json.contains(PLAN) && json.contains(TEAM) && json.contains("\"BD\""));
    // What is known of the origin is told, also without the title of the plan.
    let id = plan.activities.at(0).unwrap().id;
    let by_team = Borrowed { plan: "".into(), country: None, ..origin() };
    let plan = after(&plan, &[Activity::change(id, ActivityField::Borrowed(Some(by_team)))]);
    assert!(String::from_utf8(exported(&plan, Format::Csv)).unwrap().contains(&format!(",{TEAM}\r\n")));
}
