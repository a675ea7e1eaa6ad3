//! The journal: for each learning source of the programme what the team saw, and what of it can work at home.

mod card;
#[cfg(test)]
mod tests;

use super::{
    Page,
    parts::{self, heading, note},
    titled,
};
use crate::{
    analysis::Section,
    pack::{LearningSource, Programme, SourceKind},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, tokens},
    },
};
use card::entry_ui;
use egui::Ui;
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

/// What the journal remembers.
#[derive(Debug, Default)]
pub struct View {
    /// The lessons that are unfolded.
    open: HashSet<RowId>,
    /// The identity that the lesson of a source gets when its first letter is written.
    unwritten: HashMap<Key, Id<Lesson>>,
}

/// A card of the journal.
struct Entry<'a> {
    /// Its lesson; one that the plan does not have yet is empty.
    lesson: Cow<'a, Lesson>,
    is_in_plan: bool,
    name: String,
}

impl Entry<'_> {
    fn place(&self) -> Place {
        Place::row(self.lesson.id)
    }
}

/// How many of the four fields of a lesson are written.
fn written(lesson: &Lesson) -> u8 {
    let fields = [&lesson.saw, &lesson.why, &lesson.differs, &lesson.adapt];
    fields.into_iter().map(|text| u8::from(!text.is_blank())).sum()
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    titled(Page::Section(Section::Journal), ui, cx, |ui| {
        kit::form(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let programme = cx.packs.programme(&cx.plan.identity.programme);
            let sources = programme.map(|p| entries_of(p, cx, view, out)).unwrap_or_default();
            if !sources.is_empty() {
                progress_ui(ui, cx, view, out, sources.iter().flat_map(|(_, entries)| entries));
            }
            for (kind, entries) in &sources {
                ui.add_space(10.0);
                heading(ui, cx, kind.heading());
                entries.iter().for_each(|entry| entry_ui(ui, cx, view, out, entry));
            }
            ui.add_space(10.0);
            own_ui(ui, cx, view, out, programme);
        });
    });
}

/// The cards of a programme, by kind: every lesson of a source, or an empty one for a source without.
fn entries_of<'a>(
    programme: &Programme,
    cx: &Cx<'a>,
    view: &mut View,
    out: &mut Outbox,
) -> Vec<(SourceKind, Vec<Entry<'a>>)> {
    let langs = kit::interface_languages(cx.words);
    let mut entry_of = |source: &LearningSource| -> Vec<Entry<'a>> {
        let name = source.name.best(&langs).raw().to_owned();
        let there = cx.plan.lessons.iter().filter(|lesson| lesson.source == source.key);
        let there: Vec<_> = there
            .map(|lesson| Entry { lesson: Cow::Borrowed(lesson), is_in_plan: true, name: name.clone() })
            .collect();
        if !there.is_empty() {
            return there;
        }
        let id = *view.unwritten.entry(source.key.clone()).or_insert_with(|| out.new_id());
        let lesson = Lesson { source: source.key.clone(), ..Lesson::new(id) };
        vec![Entry { lesson: Cow::Owned(lesson), is_in_plan: false, name }]
    };
    SourceKind::all()
        .iter()
        .map(|kind| (*kind, programme.of_kind(*kind).flat_map(&mut entry_of).collect::<Vec<_>>()))
        .filter(|(_, entries)| !entries.is_empty())
        .collect()
}

/// How many sources have notes, how many of them from today, and the next one to write.
fn progress_ui<'e, 'a: 'e>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    entries: impl Iterator<Item = &'e Entry<'a>> + Clone,
) {
    let has_notes = |entry: &&Entry<'_>| written(&entry.lesson) > 0;
    let all = entries.clone().count();
    let with_notes = entries.clone().filter(has_notes).count();
    let today = cx.plan.lessons.iter().filter(|l| l.day == Some(cx.today) && written(l) > 0).count();
    let is_course_day = course_day(cx).is_some();
    ui.horizontal_wrapped(|ui| {
        // Counts of at most a few dozen are exact as floats.
        #[allow(clippy::cast_precision_loss)]
        kit::ring(ui, with_notes as f32 / all.max(1) as f32);
        let values = [("written", with_notes.into()), ("all", all.into())];
        text::label(ui, &cx.words.with("journal-progress", &values), Style::body());
        if today > 0 || is_course_day {
            let said = cx.words.with("journal-progress-today", &[("count", today.into())]);
            text::label(ui, &said, Style::body().color(tokens(ui).ink_soft));
        }
    });
    match entries.clone().find(|entry| !has_notes(entry)) {
        Some(next) => {
            ui.horizontal(|ui| {
                if kit::primary_button(ui, &cx.words.get("journal-next")).clicked() {
                    view.open.insert(next.lesson.id.bits());
                    out.go(Place::cell(next.lesson.id, LESSON.saw));
                }
                text::label_elided(ui, &next.name, Style::body().color(tokens(ui).ink_soft));
            });
        }
        None => {
            text::label(ui, &cx.words.get("journal-done"), Style::body().color(tokens(ui).good));
        }
    }
}

/// Sources of the team's own, and those that the programme does not know.
fn own_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, programme: Option<&Programme>) {
    heading(ui, cx, "journal-own");
    let is_own = |lesson: &&Lesson| programme.is_none_or(|p| p.learning_source(&lesson.source).is_none());
    let own: Vec<&Lesson> = cx.plan.lessons.iter().filter(is_own).collect();
    for lesson in &own {
        let named = kit::title_or(&lesson.own_source, cx.shown, lesson.source.as_str());
        let unnamed = cx.words.get("journal-unnamed");
        let name = if named.is_empty() { unnamed.into_owned() } else { named.to_owned() };
        entry_ui(ui, cx, view, out, &Entry { lesson: Cow::Borrowed(lesson), is_in_plan: true, name });
    }
    if own.is_empty() {
        note(ui, &cx.words.get("journal-own-empty"));
    }
    if kit::link_button(ui, &cx.words.get("journal-own-add")).clicked() {
        let day = course_day(cx);
        parts::add_row(out, LESSON.own_source, |id| Lesson { day, ..Lesson::new(id) });
    }
}

/// Today, while the course runs: the notes of the evening are about the day.
fn course_day(cx: &Cx<'_>) -> Option<Day> {
    let programme = cx.packs.programme(&cx.plan.identity.programme)?;
    (programme.start? <= cx.today && cx.today <= programme.finish?).then_some(cx.today)
}
