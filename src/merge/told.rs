//! What is still to be decided, in words, and kept in the plan itself.

use super::{OpenChoice, Clash, Merged, Side};
use crate::{
    analysis::Derived,
    checks::place_name,
    locale::Words,
    plan::{At, Comment, Day, IdSource, Plan, Row as _, UserText},
};

/// Each choice as a sentence with its place: "Activity 2.1, start date: ours 2018-01-01, theirs 2018-02-01".
#[must_use]
pub fn told(merged: &Merged, words: &Words) -> Vec<String> {
    let derived = Derived::new(&merged.plan);
    let sentence = |choice: &OpenChoice| {
        let place = place_name(&choice.place, &merged.plan, &derived, words);
        format!("{place}: {}", said(choice, words))
    };
    merged.choices.iter().map(sentence).collect()
}

/// The merged plan with each choice as an open remark at its place, so that nothing is lost when the file goes on its way.
#[must_use]
pub fn noted(merged: &Merged, on: Day, ids: &mut IdSource, words: &Words) -> Plan {
    let mut plan = merged.plan.clone();
    for choice in &merged.choices {
        let remark = Comment {
            place: Some(choice.place),
            author: UserText::new(&words.get("merge-author")),
            on: Some(on),
            text: UserText::new(&said(choice, words)),
            ..Comment::new(ids.next())
        };
        // Identities are random and remarks have no links: nothing can refuse it.
        let _ = Comment::add(remark, At::Last).apply(&mut plan);
    }
    plan
}

fn said(choice: &OpenChoice, words: &Words) -> String {
    let on_one_line = |value: &str| value.split_whitespace().collect::<Vec<_>>().join(" ");
    let key = match choice.clash {
        Clash::Changed => "merge-changed",
        Clash::Deleted(Side::Ours) => "merge-deleted-ours",
        Clash::Deleted(Side::Theirs) => "merge-deleted-theirs",
        Clash::Reordered => "merge-reordered",
    };
    let (ours, theirs) = &choice.values;
    let shown = |value: &str| {
        if value.is_empty() { words.get("merge-nothing").into_owned() } else { on_one_line(value) }
    };
    words.with(key, &[("ours", shown(ours).into()), ("theirs", shown(theirs).into())])
}
