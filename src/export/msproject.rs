//! MS Project XML (MSPDI, `domain` 3.3), which every scheduling program reads: outputs, activities and their parts as an
//! outline, links, milestones, who is responsible, and a calendar with the country's weekend.
//!
//! Dates are the team's own, so tasks are scheduled by hand: no program moves them. The order of the elements is that of
//! Microsoft's schema, because MS Project reads them in that order only.

use super::{
    Exported, Source,
    forms::{cut_text, safe_file_name},
    report::{
        operation::attribution,
        speech::{Speech, one_line},
    },
    xml::{DECLARATION, Xml},
};
use crate::{
    analysis::{Placed, Span},
    plan::{Activity, Day, Id, Output, Text, UserText, Weekday},
};
use std::collections::{BTreeMap, HashMap};

/// A working day has eight hours, from eight to twelve and from one to five.
const HOURS_A_DAY: i64 = 8;
const MORNING: &str = "08:00:00";
const EVENING: &str = "17:00:00";
/// The longest name that MS Project takes, in characters; its schema allows more.
const LONGEST_NAME: usize = 250;

/// The plan of operation as a project.
pub(super) fn plan(source: &Source<'_>) -> Exported {
    let speech = Speech::new(source);
    let tasks = tasks(&speech);
    let uids = tasks.iter().zip(1..).filter_map(|(task, uid)| match &task.of {
        TaskOf::Activity(_, a) => Some((a.id, uid)),
        TaskOf::Output(_) => None,
    });
    let (weekend, uids) = (source.plan.identity.weekend.as_slice(), uids.collect());
    let project = Project { me: &speech, weekend, tasks, uids };
    let mut x = Xml::new(DECLARATION);
    x.within("Project", &[("xmlns", &"http://schemas.microsoft.com/project")], |x| project.write(x));
    Exported { bytes: x.finish().into_bytes(), notes: Vec::new() }
}

/// A row of the outline.
struct Task<'a> {
    /// What it shows: an output, or an activity at its place.
    of: TaskOf<'a>,
    /// From 1.
    level: usize,
    /// Its place in the outline, such as `2.1.3`.
    outline: String,
    has_parts: bool,
}

enum TaskOf<'a> {
    Output(&'a Output),
    Activity(&'a Placed, &'a Activity),
}

/// Outputs with their activities, then the activities of no output, in the order of their numbers.
fn tasks<'a>(me: &Speech<'a>) -> Vec<Task<'a>> {
    let (plan, numbering) = (me.plan(), &me.source.derived.numbering);
    let mut tasks: Vec<Task<'a>> = Vec::new();
    // How many rows each level of the outline has had so far.
    let mut counts: Vec<usize> = Vec::new();
    let mut place = |level: usize| {
        counts.resize(level, 0);
        if let Some(last) = counts.last_mut() {
            *last += 1;
        }
        counts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    };
    for output in plan.outputs.iter().map(Some).chain([None]) {
        let below: Vec<_> = numbering.of_output(output.map(|o| o.id)).collect();
        if let Some(output) = output {
            let (of, has_parts) = (TaskOf::Output(output), !below.is_empty());
            tasks.push(Task { of, level: 1, outline: place(1), has_parts });
        }
        for placed in below {
            let Some(activity) = plan.activities.at(placed.row) else { continue };
            let level = placed.depth + 1 + usize::from(output.is_some());
            let of = TaskOf::Activity(placed, activity);
            tasks.push(Task { of, level, outline: place(level), has_parts: placed.has_parts });
        }
    }
    tasks
}

struct Project<'a> {
    me: &'a Speech<'a>,
    weekend: &'a [Weekday],
    tasks: Vec<Task<'a>>,
    /// The number of each activity among the tasks.
    uids: HashMap<Id<Activity>, usize>,
}

impl Project<'_> {
    fn write(&self, x: &mut Xml) {
        let plan = self.me.plan();
        let id = &plan.identity;
        let whole = self.me.source.derived.schedule.whole();
        let start = id.start.or(whole.map(|s| s.start));
        let finish = id.finish.or(whole.map(|s| s.finish));
        let title = self.one_line(&id.title);
        let title = if title.is_empty() { self.me.word("report-untitled") } else { title };
        let company = self.one_line(&id.organisation);
        let team = self.me.members();
        let working = 7 - self.week().filter(|(_, works)| !works).count();
        put(x, "SaveVersion", 14);
        put(x, "Name", format!("{}.xml", safe_file_name(&title)));
        put(x, "Title", &title);
        if !company.is_empty() {
            put(x, "Company", &company);
        }
        if !team.is_empty() {
            put(x, "Author", cut_text(&team.join(", "), LONGEST_NAME, 1000));
        }
        put(x, "CreationDate", at(self.me.source.options.day, MORNING));
        put(x, "ScheduleFromStart", 1);
        if let Some(start) = start {
            put(x, "StartDate", at(start, MORNING));
        }
        if let Some(finish) = finish {
            put(x, "FinishDate", at(finish, EVENING));
        }
        put(x, "CurrencyDigits", 2);
        if let Some(currency) = id.currency {
            put(x, "CurrencySymbol", currency);
            put(x, "CurrencyCode", currency);
        }
        put(x, "CalendarUID", 1);
        put(x, "DefaultStartTime", MORNING);
        put(x, "DefaultFinishTime", EVENING);
        put(x, "MinutesPerDay", HOURS_A_DAY * 60);
        put(x, "MinutesPerWeek", HOURS_A_DAY * 60 * i64::try_from(working).unwrap_or(5));
        put(x, "DaysPerMonth", 20);
        put(x, "DefaultTaskType", 1);
        put(x, "DurationFormat", 7);
        put(x, "NewTasksEstimated", 0);
        put(x, "WeekStartDay", self.week_start());
        put(x, "NewTasksAreManual", 1);
        x.within("Calendars", &[], |x| self.calendar(x));
        let people = self.people();
        x.within("Tasks", &[], |x| {
            for (i, task) in self.tasks.iter().enumerate() {
                x.within("Task", &[], |x| self.task(x, i + 1, task));
            }
        });
        x.within("Resources", &[], |x| {
            for (name, uid) in &people {
                x.within("Resource", &[], |x| {
                    put(x, "UID", uid);
                    put(x, "ID", uid);
                    put(x, "Name", name);
                    put(x, "Type", 1);
                    put(x, "IsNull", 0);
                });
            }
        });
        x.within("Assignments", &[], |x| self.assignments(x, &people));
    }

    /// The days of the week in the order of MS Project, from Sunday on, each with whether people work on it.
    fn week(&self) -> impl Iterator<Item = (Weekday, bool)> + '_ {
        use Weekday as W;
        let days = [W::Sunday, W::Monday, W::Tuesday, W::Wednesday, W::Thursday, W::Friday, W::Saturday];
        // A plan that names no weekend has one in no program; then every day is worked.
        days.into_iter().map(|day| (day, !self.weekend.contains(&day)))
    }

    /// The first day of work after a free one; 0 is Sunday.
    fn week_start(&self) -> usize {
        let works: Vec<bool> = self.week().map(|(_, works)| works).collect();
        (0..7).find(|i| works[*i] && !works[(i + 6) % 7]).unwrap_or(1)
    }

    fn calendar(&self, x: &mut Xml) {
        x.within("Calendar", &[], |x| {
            put(x, "UID", 1);
            put(x, "Name", "Standard");
            put(x, "IsBaseCalendar", 1);
            put(x, "BaseCalendarUID", -1);
            x.within("WeekDays", &[], |x| {
                for (n, (_, works)) in (1..).zip(self.week()) {
                    x.within("WeekDay", &[], |x| {
                        put(x, "DayType", n);
                        put(x, "DayWorking", i32::from(works));
                        if works {
                            x.within("WorkingTimes", &[], |x| {
                                for (from, to) in [(MORNING, "12:00:00"), ("13:00:00", EVENING)] {
                                    x.within("WorkingTime", &[], |x| {
                                        put(x, "FromTime", from);
                                        put(x, "ToTime", to);
                                    });
                                }
                            });
                        }
                    });
                }
            });
        });
    }

    fn task(&self, x: &mut Xml, uid: usize, task: &Task<'_>) {
        let derived = self.me.source.derived;
        let (name, number, span, moment) = match &task.of {
            TaskOf::Output(output) => {
                let number = derived.numbering.output(output.id).to_owned();
                (&output.text, number, derived.schedule.output(output.id), false)
            }
            TaskOf::Activity(placed, a) => {
                let moment = a.milestone && !task.has_parts;
                (&a.name, placed.number.to_string(), derived.schedule.activity(a.id), moment)
            }
        };
        let name = self.one_line(name);
        let name = if name.is_empty() { self.me.word("report-unnamed") } else { name };
        put(x, "UID", uid);
        put(x, "ID", uid);
        put(x, "Name", name);
        put(x, "Active", 1);
        // What has parts lasts from the first to the last of them, in MS Project too.
        put(x, "Manual", i32::from(!task.has_parts));
        put(x, "Type", 1);
        put(x, "IsNull", 0);
        put(x, "CreateDate", at(self.me.source.options.day, MORNING));
        if let TaskOf::Activity(_, a) = &task.of {
            let who = self.one_line(&a.responsible);
            if !who.is_empty() {
                put(x, "Contact", who);
            }
        }
        put(x, "WBS", number);
        put(x, "OutlineNumber", &task.outline);
        put(x, "OutlineLevel", task.level);
        put(x, "Priority", 500);
        if let Some(span) = span {
            self.dates(x, span, moment);
        }
        put(x, "Estimated", 0);
        put(x, "Milestone", i32::from(moment));
        put(x, "Summary", i32::from(task.has_parts));
        if let TaskOf::Activity(placed, a) = &task.of {
            let notes = self.notes(a);
            if !notes.is_empty() {
                put(x, "Notes", notes);
            }
            self.links(x, placed, a);
        }
    }

    fn dates(&self, x: &mut Xml, span: Span, moment: bool) {
        // A milestone is reached at the end of its day.
        let (start, finish) =
            (at(span.start, if moment { EVENING } else { MORNING }), at(span.finish, EVENING));
        let hours = if moment { 0 } else { self.working_days(span).max(1) * HOURS_A_DAY };
        let duration = format!("PT{hours}H0M0S");
        for (name, value) in [("Start", &start), ("Finish", &finish), ("Duration", &duration)] {
            put(x, name, value);
        }
        for (name, value) in
            [("ManualStart", &start), ("ManualFinish", &finish), ("ManualDuration", &duration)]
        {
            put(x, name, value);
        }
        put(x, "DurationFormat", 7);
    }

    /// How many days of a span people work on.
    fn working_days(&self, span: Span) -> i64 {
        let works: Vec<bool> = self.week().map(|(_, works)| works).collect();
        let days = i64::from(span.days());
        let first = usize::try_from(span.start.weekday().to_sunday_zero_offset()).unwrap_or(0);
        let a_week = i64::try_from(works.iter().filter(|w| **w).count()).unwrap_or(0);
        let rest = usize::try_from(days % 7).unwrap_or(0);
        let rest = (0..rest).filter(|i| works[(first + i) % 7]).count();
        days / 7 * a_week + i64::try_from(rest).unwrap_or(0)
    }

    /// What MS Project has no field for, a line each.
    fn notes(&self, a: &Activity) -> String {
        let labelled = [
            ("report-deliverable", &a.deliverable),
            ("report-where-activity", &a.place),
            ("report-we-adapt", &a.adapts),
        ];
        let origin = attribution(self.me, a).unwrap_or_default();
        let written = labelled.map(|(key, text)| (key, text.best(&self.me.langs)));
        let line = |(key, text): (&str, &UserText)| {
            let label = self.me.word(key);
            let line = || format!("{}: {}", label.trim_end_matches(':'), text.raw().trim());
            (!text.is_blank()).then(line)
        };
        written
            .into_iter()
            .chain([("report-borrowed", &origin)])
            .filter_map(line)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Links from what must be finished before. MS Project takes none between a whole and its parts.
    fn links(&self, x: &mut Xml, placed: &Placed, a: &Activity) {
        for after in &a.after {
            let Some(before) = self.me.source.derived.numbering.placed(after.activity) else { continue };
            let within =
                |part: &str, whole: &str| part.strip_prefix(whole).is_some_and(|r| r.starts_with('.'));
            if within(&placed.number, &before.number) || within(&before.number, &placed.number) {
                continue;
            }
            let Some(uid) = self.uids.get(&after.activity) else { continue };
            x.within("PredecessorLink", &[], |x| {
                put(x, "PredecessorUID", uid);
                // Finish to start.
                put(x, "Type", 1);
                put(x, "CrossProject", 0);
                // In tenths of a minute of the calendar on the wall: the days between are days, worked or not.
                put(x, "LinkLag", i64::from(after.lag_days) * 24 * 60 * 10);
                put(x, "LagFormat", 8);
            });
        }
    }

    /// Everybody who is responsible for something, each with a number.
    fn people(&self) -> BTreeMap<String, usize> {
        let mut people = BTreeMap::new();
        for task in &self.tasks {
            if let TaskOf::Activity(_, a) = &task.of {
                let who = self.one_line(&a.responsible);
                if !who.is_empty() {
                    people.insert(who, 0);
                }
            }
        }
        people.values_mut().zip(1..).for_each(|(uid, n)| *uid = n);
        people
    }

    fn assignments(&self, x: &mut Xml, people: &BTreeMap<String, usize>) {
        let mut n = 0;
        for (i, task) in self.tasks.iter().enumerate() {
            let TaskOf::Activity(_, a) = &task.of else { continue };
            let Some(person) = people.get(&self.one_line(&a.responsible)) else { continue };
            // A whole is carried by those who carry its parts.
            if task.has_parts {
                continue;
            }
            n += 1;
            x.within("Assignment", &[], |x| {
                put(x, "UID", n);
                put(x, "TaskUID", i + 1);
                put(x, "ResourceUID", person);
                put(x, "Units", 1);
            });
        }
    }

    /// Text in the first language that has some, in one line and as long as a name may be.
    fn one_line(&self, text: &Text) -> String {
        let words = one_line(text.best(&self.me.langs).raw());
        cut_text(&words, LONGEST_NAME, 1000)
    }
}

fn put(x: &mut Xml, name: &'static str, value: impl std::fmt::Display) {
    x.with_text(name, &[], &value.to_string());
}

/// A day and a time as XML Schema writes them; years of four digits only.
fn at(day: Day, time: &str) -> String {
    format!("{day}T{time}")
}

#[cfg(test)]
mod tests;
