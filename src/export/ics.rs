//! A calendar: milestones, values that are due, pre-conditions, and the days to look back, each with a reminder.
//!
//! The form is iCalendar (RFC 5545). Days are whole days, so that no clock of any country moves them.

use super::{
    Exported, Source,
    report::{operation::attribution, speech::Speech},
    xml::clean,
};
use crate::plan::{Day, ResultRef, Text};

/// So many days after the start of the plan the team looks back (`domain` N6). A plan without a start counts from the day
/// of the export.
pub const FOLLOW_UP_DAYS: [i32; 3] = [30, 90, 180];

/// The longest line in bytes, without its end.
const LINE: usize = 75;

struct Event {
    /// What makes it the same event in the next export.
    uid: String,
    day: Day,
    summary: String,
    about: Vec<String>,
    place: String,
    /// The reminder comes so many days before; 0: none.
    remind_days: u8,
}

/// The calendar of a plan.
pub(super) fn plan(source: &Source<'_>) -> Exported {
    let speech = Speech::new(source);
    let me = &speech;
    let mut out = String::new();
    let mut put = |name: &str, value: &str| line(&mut out, name, value);
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//Rencana//Action plan//EN");
    put("CALSCALE", "GREGORIAN");
    put("METHOD", "PUBLISH");
    put("X-WR-CALNAME", &escaped(&best(me, &source.plan.identity.title)));
    let stamp = format!("{}T000000Z", date(source.options.day).unwrap_or_else(|| "19700101".into()));
    for event in events(me) {
        let (Some(from), Some(to)) = (date(event.day), event.day.tomorrow().ok().and_then(date)) else {
            continue;
        };
        put("BEGIN", "VEVENT");
        put("UID", &format!("{}@{}.rencana", event.uid, source.plan.id));
        put("DTSTAMP", &stamp);
        put("DTSTART;VALUE=DATE", &from);
        put("DTEND;VALUE=DATE", &to);
        put("SUMMARY", &escaped(&event.summary));
        if !event.about.is_empty() {
            put("DESCRIPTION", &escaped(&event.about.join("\n")));
        }
        if !event.place.is_empty() {
            put("LOCATION", &escaped(&event.place));
        }
        put("TRANSP", "TRANSPARENT");
        if event.remind_days > 0 {
            put("BEGIN", "VALARM");
            put("ACTION", "DISPLAY");
            put("DESCRIPTION", &escaped(&event.summary));
            // Whole days begin at midnight: the reminder comes at nine in the morning.
            put("TRIGGER", &format!("-P{}DT15H", event.remind_days - 1));
            put("END", "VALARM");
        }
        put("END", "VEVENT");
    }
    put("END", "VCALENDAR");
    Exported { bytes: out.into_bytes(), notes: Vec::new() }
}

fn best(me: &Speech<'_>, text: &Text) -> String {
    let text = text.best(&me.langs).raw().trim();
    if text.is_empty() { me.word("report-untitled") } else { text.to_owned() }
}

fn events(me: &Speech<'_>) -> Vec<Event> {
    let mut events = milestones(me);
    events.extend(values(me));
    let plan = me.plan();
    for condition in plan.preconditions.iter() {
        let Some(day) = condition.by else { continue };
        let what = best(me, &condition.text);
        events.push(Event {
            uid: format!("precondition-{}", condition.id),
            day,
            summary: me.word_with("report-ics-precondition", &[("what", what)]),
            about: Vec::new(),
            place: String::new(),
            remind_days: 7,
        });
    }
    let whole = me.source.derived.schedule.whole();
    let start = plan.identity.start.or(whole.map(|s| s.start)).unwrap_or(me.source.options.day);
    for days in FOLLOW_UP_DAYS {
        let Ok(day) = start.checked_add(jiff::Span::new().days(days)) else { continue };
        events.push(Event {
            uid: format!("follow-up-{days}"),
            day,
            summary: me.word_with("report-ics-follow-up", &[("days", days.to_string())]),
            about: [
                best(me, &plan.identity.title),
                me.word("report-ics-done"),
                me.word("report-ics-obstacles"),
                me.word("report-ics-next"),
            ]
            .into(),
            place: String::new(),
            remind_days: 7,
        });
    }
    events.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
    events
}

fn milestones(me: &Speech<'_>) -> Vec<Event> {
    let (plan, derived) = (me.plan(), me.source.derived);
    let placed = derived.numbering.activities().iter();
    let one = |p: &crate::analysis::Placed| {
        let activity = plan.activities.at(p.row).filter(|a| a.milestone)?;
        let who = activity.responsible.best(&me.langs).raw().trim().to_owned();
        let who = (!who.is_empty()).then(|| format!("{}: {who}", me.word("report-who")));
        let origin =
            attribution(me, activity).map(|from| format!("{} {}", me.word("report-borrowed"), from.raw()));
        let about = who.into_iter().chain(origin).collect();
        Some(Event {
            uid: format!("activity-{}", activity.id),
            day: derived.schedule.activity(activity.id)?.start,
            summary: format!("{} {}", p.number, best(me, &activity.name)),
            about,
            place: activity.place.best(&me.langs).raw().trim().to_owned(),
            remind_days: 1,
        })
    };
    placed.filter_map(one).collect()
}

/// The days on which values of indicators are due.
fn values(me: &Speech<'_>) -> Vec<Event> {
    let mut events = Vec::new();
    for i in me.plan().indicators.iter() {
        let target = i.target_on.map(|day| (day, i.target));
        let steps = i.milestones.iter().filter_map(|m| m.on.map(|day| (day, m.value)));
        for (n, (day, value)) in steps.chain(target).enumerate() {
            let mut about = vec![match i.of {
                ResultRef::Goal => me.word("report-goal"),
                ResultRef::Purpose => me.word("report-purpose"),
                ResultRef::Output(output) => {
                    let number = me.source.derived.numbering.output(output).to_owned();
                    me.word_with("report-output-number", &[("number", number)])
                }
            }];
            if let Some(value) = value {
                let unit = i.unit.best(&me.langs).raw();
                about.push(format!("{}: {} {unit}", me.word("report-target"), me.source.voice.number(value)));
            }
            let means = i.means.best(&me.langs).raw().trim();
            if !means.is_empty() {
                about.push(format!("{}: {means}", me.word("report-means")));
            }
            events.push(Event {
                uid: format!("indicator-{}-{n}", i.id),
                day,
                summary: me.word_with("report-ics-measure", &[("what", best(me, &i.text))]),
                about,
                place: String::new(),
                remind_days: 7,
            });
        }
    }
    events
}

/// A day as RFC 5545 writes it; years before 1 and after 9999 have no form.
fn date(day: Day) -> Option<String> {
    (day.year() > 0).then(|| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// A line of content, folded between characters so that none is longer than 75 bytes.
fn line(out: &mut String, name: &str, value: &str) {
    let mut room = LINE;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use crate::{
        export::{
            Format, export,
            tests::{
                HOSTILE,
                fixture::{SENTENCES, usual, voice, with_source},
                hostile_plan,
            },
        },
        plan::{Plan, sample},
    };

    /// The lines of content after unfolding, as pairs of name and value.
    fn read(plan: &Plan) -> Vec<(String, String)> {
        let voice = voice("en");
        let bytes = with_source(plan, &voice, |s| export(s, Format::Ics).unwrap().bytes);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        }
        let whole = text.replace("\r\n ", "");
        let lines = whole.lines().map(|l| l.split_once(':').unwrap());
        lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    fn values<'l>(lines: &'l [(String, String)], name: &str) -> Vec<&'l str> {
        lines.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect()
    }

    #[test]
    fn dates_of_the_plan_stand_in_their_order() {
        let lines = read(&usual("ne"));
        let days = values(&lines, "DTSTART;VALUE=DATE");
        let expected = ["20171001", "20171031", "20171130", "20180228", "20180430", "20180615", "20181215"];
        assert_eq!(days, expected);
        assert!(values(&lines, "SUMMARY").contains(&"1.2.2 Opening day"));
        assert_eq!(values(&lines, "TRIGGER").len(), 7);
        assert_eq!(values(&lines, "DTSTAMP")[0], "20170809T000000Z");
        let mut uids = values(&lines, "UID");
        uids.sort_unstable();
        uids.dedup();
        assert_eq!(uids.len(), 7);
    }

    #[test]
    fn every_begin_has_its_end_and_text_stays_text() {
        let plans = (0..6)
            .map(|seed| sample::plan(seed, 400))
            .chain([hostile_plan("a\\b;c,d\ne\u{1}:f"), hostile_plan(HOSTILE)]);
        for plan in plans.chain(SENTENCES.iter().map(|(tag, _)| usual(tag))) {
            let lines = read(&plan);
            let mut open = Vec::new();
            for (name, value) in &lines {
                match name.as_str() {
                    "BEGIN" => open.push(value.clone()),
                    "END" => assert_eq!(open.pop().as_ref(), Some(value)),
                    _ => assert!(!open.is_empty()),
                }
            }
            assert!(open.is_empty());
        }
        let lines = read(&hostile_plan("a\\b;c,d\ne\u{1}:f"));
        assert!(values(&lines, "SUMMARY").iter().any(|s| s.ends_with("a\\\\b\\;c\\,d\\ne:f")));
    }
}
