//! What the plan of operation costs: a chain of activities put in order again, and fiscal years of ten years of days.

use crate::plans::{SIZES, chain_of};
use divan::Bencher;
use rencana::{
    analysis::{Derived, mend_dates},
    document::Document,
    locale::calendar::{Calendar, day_of, fiscal_year, number},
    plan::{CalendarKind, FiscalStart},
};

/// A chain in which every activity begins too early is rescheduled: the new dates are found and the plan is changed.
#[divan::bench(args = SIZES)]
fn reschedule_chain(bencher: Bencher, activities: usize) {
    let plan = chain_of(activities);
    let derived = Derived::new(&plan);
    bencher.with_inputs(|| Document::saved(plan.clone())).bench_local_values(|mut document| {
        let edit = mend_dates(&plan, &derived, None).unwrap();
        document.apply(&edit).unwrap();
        document
    });
}

/// The dates of ten years in Bikram Sambat, with their fiscal years.
#[divan::bench]
fn ten_years_of_dates(bencher: Bencher) {
    let calendar = Calendar::new(CalendarKind::BikramSambat, None);
    let start = FiscalStart { calendar: CalendarKind::BikramSambat, month: 4, day: 1 };
    let first = number("2017-01-01".parse().unwrap());
    bencher.bench(|| {
        (first..first + 3650)
            .filter_map(day_of)
            .filter_map(|day| Some((calendar.date(day)?, fiscal_year(start, day)?)))
            .count()
    });
}
