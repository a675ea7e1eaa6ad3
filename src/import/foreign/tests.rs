//! Tables of other programs.

use super::*;
use crate::{
    export::tests::fixture::{lang, usual},
    plan::{Activity, BudgetLine, CostCategory, Decimal, Edit, FundSource, Indicator},
};

fn read(text: &str) -> Book {
    Book::read(text.as_bytes()).unwrap()
}

/// The rows that a table adds to the usual plan.
fn added(book: &Book, mapping: &Mapping) -> (Plan, Proposal) {
    let plan = usual("ne");
    let proposal = mapping.read(&plan, &Derived::new(&plan), book, &mut IdSource::seeded(9));
    let mut next = plan.clone();
    if let Some(edit) = proposal.edit(&plan, |_| true) {
        Edit::apply(&edit, &mut next).unwrap();
    }
    (next, proposal)
}

#[test]
fn a_budget_of_a_ministry_is_guessed_and_read() {
    let book = read(
        "Ministry of Industry;;;;;\n\nNo;Description;Qty;Unit;Unit price;Source of funds;Task no\n\
         1;Loom;4;pcs;Rp 12.500.000;Own budget;1.1\n2;\"Yarn; dyed\";12,5;kg;250,5;nobody;\n;Total;;;50.000;;\n3;;;;900;;\n",
    );
    let mapping = Mapping::guess(&book, lang("en"));
    assert_eq!((mapping.subject, mapping.heads), (Subject::Budget, Some(2)));
    let fields: Vec<_> = mapping.columns.iter().flatten().copied().collect();
    assert_eq!(fields, [BUDGET.item, BUDGET.quantity, BUDGET.unit, BUDGET.unit_cost, BUDGET.source]);
    let mut mapping = mapping;
    mapping.point(6, Some(BUDGET.activity));
    let (plan, proposal) = added(&book, &mapping);
    let lines: Vec<&BudgetLine> = plan.budget.iter().skip(3).collect();
    let number = |text: &str| text.parse::<Decimal>().ok();
    assert_eq!(lines.len(), 3);
    assert_eq!((lines[0].quantity, lines[0].unit_cost), (number("4"), number("12500000")));
    assert_eq!(lines[0].source, Some(FundSource::Own));
    assert_eq!(lines[0].activity, plan.activities.at(0).map(|a| a.id));
    assert_eq!((lines[1].item.get(&lang("en")).raw(), lines[1].quantity), ("Yarn; dyed", number("12.5")));
    assert_eq!(lines[2].item.get(&lang("en")).raw(), "Total");
    assert_eq!(proposal.nameless, 1);
    let why: Vec<_> = proposal.unread.iter().map(|u| (u.cell.as_str(), u.why)).collect();
    assert_eq!(why, [("F5", Misfit::NoChoice)]);
}

#[test]
fn activities_and_indicators_in_indonesian() {
    let book = read(
        "Nama kegiatan,Penanggung jawab,Tanggal mulai,Tanggal selesai\nMelatih perajin,Sita,2/10/2017,2017-10-20\n\
         Membuka toko,Bikash,besok,\n",
    );
    let mut mapping = Mapping::guess(&book, lang("id"));
    assert_eq!(mapping.subject, Subject::Activities);
    mapping.lang = lang("en");
    let (plan, proposal) = added(&book, &mapping);
    let rows: Vec<&Activity> = plan.activities.iter().skip(5).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].start, rows[0].finish), ("2017-10-02".parse().ok(), "2017-10-20".parse().ok()));
    assert_eq!(proposal.unread.len(), 1);
    let book = read(
        "Indikator;Satuan;Target;Sumber data;Hasil\nHarga per meter;NPR;700;Buku;Keluaran 2\nRumah tangga;;120;;\n",
    );
    let mapping = Mapping::guess(&book, lang("en"));
    assert_eq!(mapping.subject, Subject::Indicators);
    let (plan, _) = added(&book, &mapping);
    let rows: Vec<&Indicator> = plan.indicators.iter().skip(2).collect();
    assert_eq!(rows[0].of, crate::plan::ResultRef::Output(plan.outputs.at(1).unwrap().id));
    assert_eq!((rows[1].of, rows[1].target), (crate::plan::ResultRef::Purpose, Some(Decimal::from(120))));
}

#[test]
fn columns_are_pointed_at_by_hand() {
    let book = read("a,b,c\nDye vat,Equipment,2\n");
    let mut mapping = Mapping::of_sheet(&book.sheets[0], 0, Subject::Budget, lang("en"));
    assert_eq!((mapping.heads, mapping.has_names()), (None, false));
    mapping.heads = Some(0);
    mapping.point(0, Some(BUDGET.item));
    mapping.point(1, Some(BUDGET.category));
    mapping.point(2, Some(BUDGET.item));
    // A field has one column: the last one pointed at.
    assert_eq!(mapping.columns, [None, Some(BUDGET.category), Some(BUDGET.item)]);
    mapping.point(0, Some(BUDGET.item));
    mapping.point(2, Some(BUDGET.quantity));
    let (plan, _) = added(&book, &mapping);
    let line = plan.budget.iter().next_back().unwrap();
    assert_eq!((line.category, line.quantity), (Some(CostCategory::Equipment), Some(Decimal::TWO)));
}

#[test]
fn a_guess_never_points_two_columns_to_one_field() {
    let book = read("Item,Item,Description,Quantity,Qty\nx,y,z,1,2\n");
    let mapping = Mapping::guess(&book, lang("en"));
    let mut fields: Vec<_> = mapping.columns.iter().flatten().collect();
    let all = fields.len();
    fields.sort();
    fields.dedup();
    assert_eq!(fields.len(), all);
}

#[test]
fn points_before_three_digits_are_thousands_unless_the_table_says_otherwise() {
    let costs = |table: &str| -> Vec<String> {
        let book = read(table);
        let (plan, _) = added(&book, &Mapping::guess(&book, lang("en")));
        plan.budget.iter().skip(3).map(|line| line.unit_cost.unwrap().to_string()).collect()
    };
    // The headings of the page itself are known.
    let book = read("Item;Unit cost;Source\nLoom;5;Own budget\n");
    assert_eq!(
        Mapping::guess(&book, lang("en")).columns,
        [BUDGET.item, BUDGET.unit_cost, BUDGET.source].map(Some)
    );
    assert_eq!(costs("Item;Quantity;Unit cost\nLoom;1.500;25.000\nYarn;3;900\n"), ["25000", "900"]);
    assert_eq!(costs("Item;Quantity;Unit cost\nLoom;1.5;25.125\nYarn;3;900\n"), ["25.125", "900"]);
}
