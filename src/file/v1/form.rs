//! One value alone, as a text: what a choice after a merge keeps.

use super::super::extras::Kept;
use super::super::limits::Limits;
use super::super::syntax::{Node, Tree, decode_text};
use super::cx::Cx;
use super::loose::{FromNode as _, Walk};
use super::out::Out;
use super::value::Value;

/// The form of a value: without quotation marks when it is one text, date or code; empty when there is none.
pub(super) fn of(value: &impl Value) -> String {
    let form = Out::render(value);
    match form.starts_with(['"', 'r']).then(|| decode_text(&form)).flatten() {
        Some(bare) => bare.into_owned(),
        None => form,
    }
}

/// The value that a form stands for.
pub(super) fn read<V: Value>(form: &str) -> Option<V> {
    if form.is_empty() {
        return Some(V::default());
    }
    let loose = match V::Loose::from_bare(form) {
        Some(loose) => loose,
        None => {
            let tree = Tree::new(form);
            let root = tree.root().map(Node::unwrapped).filter(|_| tree.faults().is_empty())?;
            let mut kept = Kept::default();
            let loose = V::Loose::from_node(root, &mut kept, &mut Walk::new(&Limits::NONE))?;
            if !kept.is_empty() {
                return None;
            }
            loose
        }
    };
    let mut cx = Cx::of_one_value(form);
    let value = V::read(loose, &mut cx);
    (!cx.is_void).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::super::super::Written as _;
    use crate::plan::{sample::Dice, *};

    #[test]
    fn random_values_come_back_from_their_forms() {
        fn check<T: Row + crate::file::Written + crate::plan::sample::Sample>(dice: &mut Dice) {
            let row = T::sample(dice);
            let empty = T::new(row.id());
            for (field, change) in T::fields().iter().zip(row.changes()) {
                let form = row.written(*field);
                let mut expected = empty.clone();
                expected.set(change);
                let read = empty.rewritten(*field, &form);
                assert!(read.as_ref() == Some(&expected), "{} as {form:?}", field.name());
            }
        }
        let mut dice = Dice::new(5);
        for _ in 0..200 {
            check::<Activity>(&mut dice);
            check::<Indicator>(&mut dice);
            check::<BudgetLine>(&mut dice);
            check::<Report>(&mut dice);
            check::<OvopSheet>(&mut dice);
            check::<Stakeholder>(&mut dice);
            check::<Comment>(&mut dice);
            check::<OpenChoice>(&mut dice);
        }
    }

    #[test]
    fn forms_are_plain() {
        let activity = Activity {
            start: Some("2017-10-02".parse().unwrap()),
            milestone: true,
            ..Activity::new(Id::from_bits(1))
        };
        assert_eq!(activity.written(ACTIVITY.start), "2017-10-02");
        assert_eq!(activity.written(ACTIVITY.milestone), "true");
        assert_eq!(activity.written(ACTIVITY.finish), "");
        let read = |field, form| activity.rewritten(field, form);
        assert_eq!(read(ACTIVITY.start, "").unwrap().start, None);
        assert!(read(ACTIVITY.start, "soon").is_none());
        assert!(read(ACTIVITY.learned, "[\"kur\", (").is_none());
        assert_eq!(read(ACTIVITY.learned, "[\"kur\"]").unwrap().learned, [Key::new("kur")]);
    }
}
