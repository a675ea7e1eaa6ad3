//! P3: nobody carries too many activities at one time.
//!
//! Source: general knowledge; resource load in GanttProject and TaskJuggler (`domain` 1.5). The number is this program's own.

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P3",
    Hint,
    Data,
    "Resource load as in GanttProject and TaskJuggler; the number of six at a time is general knowledge",
    [Check::Plan(look)]
);

const MOST: usize = 6;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    let mut by_person = Map::<&Text, Vec<(Day, Day, Id<Activity>)>>::default();
    for placed in cx.derived.numbering.activities().iter().filter(|p| !p.has_parts) {
        let Some(a) = plan.activities.at(placed.row) else { continue };
        if let (Some(span), false, false) =
            (cx.derived.schedule.activity(a.id), a.responsible.is_blank(), a.milestone)
        {
            by_person.entry(&a.responsible).or_default().push((span.start, span.finish, a.id));
        }
    }
    let mut crowded: Vec<_> = by_person.into_values().filter_map(most_at_once).collect();
    crowded.sort_unstable();
    for (id, count) in crowded {
        out.push(Diagnostic::new(&RULE, Place::cell(id, ACTIVITY.responsible)).with("count", count));
    }
}

/// The activity with whose start the most run at once, and how many, when they are too many.
fn most_at_once(mut spans: Vec<(Day, Day, Id<Activity>)>) -> Option<(Id<Activity>, usize)> {
    if spans.len() <= MOST {
        return None;
    }
    spans.sort_unstable();
    let mut ends: Vec<Day> = spans.iter().map(|(_, finish, _)| *finish).collect();
    ends.sort_unstable();
    let (mut over, mut worst) = (0, None);
    for (i, (start, _, id)) in spans.iter().enumerate() {
        while ends.get(over).is_some_and(|end| end < start) {
            over += 1;
        }
        let running = i + 1 - over;
        if running > MOST && worst.is_none_or(|(_, most)| running > most) {
            worst = Some((*id, running));
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_above_six_at_a_time() {
        let more = |n: u64, start: &str, finish: &str| {
            let activity = |i| Activity {
                start: Some(day(start)),
                finish: Some(day(finish)),
                responsible: en("Design centre"),
                ..Activity::new(id(i))
            };
            (200..200 + n).map(|i| Activity::add(activity(i), At::Last)).collect::<Vec<_>>()
        };
        fires("P3", &more(6, "2018-01-01", "2018-02-01"), &[]);
        fires("P3", &more(7, "2018-01-01", "2018-02-01"), &["P3 hint activity 206 responsible"]);
        let mut in_turn = more(6, "2018-01-01", "2018-02-01");
        let later = Activity {
            start: Some(day("2018-02-02")),
            finish: None,
            responsible: en("Design centre"),
            ..Activity::new(id(300))
        };
        in_turn.push(Activity::add(later, At::Last));
        fires("P3", &in_turn, &[]);
    }
}
