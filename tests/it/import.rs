//! Spreadsheets that other programs made: what their columns are is guessed, and their rows come into a plan.

use crate::support::home;
use rencana::{
    analysis::Derived,
    import::{
        Book, Proposal, Subject,
        foreign::Mapping,
        own::{self, NotOurs},
    },
    locale::{Interface, Words},
    plan::{BUDGET, BudgetLine, Decimal, Id, IdSource, Lang, Plan},
};

fn book(name: &str) -> Book {
    let bytes = std::fs::read(home().join("tests/data").join(name)).unwrap();
    Book::read(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// Everything that is taken unless a person says otherwise.
fn taken(plan: Plan, proposal: &Proposal) -> Plan {
    let edit = proposal.edit(&plan, |i| proposal.changes[i].is_wanted).unwrap();
    let mut document = rencana::document::Document::saved(plan);
    document.apply(&edit).unwrap();
    Plan::clone(document.plan())
}

#[test]
fn a_budget_by_openpyxl_and_one_by_libreoffice_give_the_same_lines() {
    for name in ["budget-by-openpyxl.xlsx", "budget-by-libreoffice.ods"] {
        let (book, plan) = (book(name), Plan::new(Id::from_bits(1)));
        let derived = Derived::new(&plan);
        let words = Words::new(Interface::English);
        let mut ids = IdSource::seeded(1);
        let own = own::compare(&plan, &derived, &words, &book, &mut ids);
        assert_eq!(own.unwrap_err(), NotOurs::Foreign, "{name}");
        let mapping = Mapping::guess(&book, Lang::english());
        let fields: Vec<_> = mapping.columns.iter().flatten().copied().collect();
        let sheet = book.sheets[mapping.sheet].name.as_str();
        assert_eq!((sheet, mapping.subject, mapping.heads), ("RAB", Subject::Budget, Some(2)), "{name}");
        assert_eq!(
            fields,
            [BUDGET.item, BUDGET.quantity, BUDGET.unit, BUDGET.unit_cost, BUDGET.on],
            "{name}"
        );
        let proposal = mapping.read(&plan, &derived, &book, &mut ids);
        assert_eq!(proposal.unread, [], "{name}");
        // A sum and a remark have a name and nothing else: they are offered, and left unless somebody wants them.
        assert_eq!(proposal.changes.len(), 5, "{name}");
        let plan = taken(plan, &proposal);
        let said = |l: &BudgetLine| {
            let number = |n: Option<Decimal>| n.map(|n| n.to_string()).unwrap_or_default();
            let day = l.on.map(|d| d.to_string()).unwrap_or_default();
            let text = |t: &rencana::plan::Text| t.get(&Lang::english()).raw().to_owned();
            [text(&l.item), number(l.quantity), text(&l.unit), number(l.unit_cost), day].join("|")
        };
        let lines: Vec<_> = plan.budget.iter().map(said).collect();
        assert_eq!(
            lines,
            [
                "Pelatih pewarna alam|12|hari|350000|2017-10-02",
                "Bahan pewarna (indigo)|40.5|kg|125000|2017-10-09",
                "=cmd|' /C calc'!A0|1|paket|2500000|2018-01-15",
            ],
            "{name}"
        );
    }
}
