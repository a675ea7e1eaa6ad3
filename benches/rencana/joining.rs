//! Two copies of a plan joined, and the list of what changed between them.

use crate::plans::{SIZES, of_size};
use divan::Bencher;
use rencana::{
    document::Document,
    merge,
    plan::{Activity, ActivityField, Plan, Row as _, Text},
};
use std::sync::Arc;

/// A copy in which somebody wrote anew the name of one activity in so many.
fn copy(base: &Plan, every: usize, who: &str) -> Arc<Plan> {
    let mut document = Document::saved(base.clone());
    let ids: Vec<_> = base.activities.iter().step_by(every).map(|a| a.id).collect();
    for (n, id) in ids.into_iter().enumerate() {
        let name = Text::english(&format!("{who} {n}"));
        document.apply(&Activity::change(id, ActivityField::Name(name))).unwrap();
    }
    Arc::clone(document.plan())
}

/// Both changed many activities, and some of them both.
#[divan::bench(args = SIZES)]
fn join(bencher: Bencher, activities: usize) {
    let base = of_size(activities);
    let (mine, theirs) = (copy(&base, 7, "Mine"), copy(&base, 10, "Theirs"));
    bencher.bench(|| {
        let merged = merge::merge(&base, &mine, &theirs).unwrap();
        assert!(!merged.opened.is_empty());
        merged
    });
}

/// What the history lists.
#[divan::bench(args = SIZES)]
fn difference(bencher: Bencher, activities: usize) {
    let base = of_size(activities);
    let mine = copy(&base, 7, "Mine");
    bencher.bench(|| merge::difference(&base, &mine));
}
