//! The journal: for each learning source of the programme what the team saw, and what of it can work at home.

use super::{
    Page,
    parts::{self, focus_frame, heading, note, paint_fold},
    titled,
};
use crate::{
    analysis::Section,
    pack::{LearningSource, Programme, SourceKind},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, fields, fields::Look, tokens},
    },
};
use egui::{Align2, Frame, Margin, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
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

/// A card: a line that unfolds to the fields.
fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, entry: &Entry<'_>) {
    let t = tokens(ui);
    let row = entry.lesson.id.bits();
    if fields::is_led_to(cx, entry.place()) {
        view.open.insert(row);
    }
    let is_open = view.open.contains(&row);
    Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin::symmetric(4, 3))
        .show(ui, |ui| {
            if line_ui(ui, cx, entry, is_open).clicked() && !view.open.remove(&row) {
                view.open.insert(row);
            }
            if is_open {
                Frame::new().inner_margin(Margin { left: 12, right: 12, top: 4, bottom: 12 }).show(
                    ui,
                    |ui| {
                        ui.spacing_mut().item_spacing.y = 12.0;
                        lesson_ui(ui, cx, out, entry);
                    },
                );
            }
        });
}

/// The line of a card: how far it is, its name, the beginning of what would be adapted.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry<'_>, is_open: bool) -> Response {
    let t = tokens(ui);
    let count = written(&entry.lesson);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
    let values = [("name", entry.name.as_str().into()), ("count", usize::from(count).into())];
    let said = cx.words.with("journal-line", &values);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &said));
    focus_frame(ui, rect, &response);
    let middle = rect.center().y;
    let square = |x: f32, side: f32| Rect::from_center_size(pos2(rect.left() + x, middle), Vec2::splat(side));
    paint_fold(ui, square(14.0, 20.0), is_open);
    kit::paint_ring(ui, square(36.0, 14.0), f32::from(count) / 4.0);
    let mut right = rect.right() - 10.0;
    if let Some(worst) = cx.findings.worst_at(entry.place()) {
        let (color, sign) = fields::severity_look(ui, worst);
        let sign_at = Rect::from_center_size(pos2(right - 6.0, middle), Vec2::splat(12.0));
        kit::paint_icon(ui.painter(), sign_at, sign, color);
        right -= 22.0;
    }
    if let Some(rating) = entry.lesson.rating {
        for _ in 0..rating.value() {
            let star = Rect::from_center_size(pos2(right - 8.0, middle), Vec2::splat(16.0));
            kit::paint_icon(ui.painter(), star, Icon::Star, t.soga);
            right -= 17.0;
        }
        right -= 8.0;
    }
    let left = rect.left() + 52.0;
    let anchor = Align2::LEFT_CENTER;
    let style = if count > 0 { Style::body().strong() } else { Style::body() };
    let room = right - left;
    let name = text::paint_within(
        ui.painter(),
        pos2(left, middle),
        anchor,
        &entry.name,
        &style.elided(),
        t.ink,
        room,
    );
    let adapt = entry.lesson.adapt.best(cx.shown).raw();
    let (from, room) = (name.right() + 16.0, right - name.right() - 16.0);
    if !is_open && !adapt.is_empty() && room > 80.0 {
        let soft = Style::small().elided();
        text::paint_within(ui.painter(), pos2(from, middle), anchor, adapt, &soft, t.ink_soft, room);
    }
    response
}

/// The edit that gives a field of a lesson a value; the first one puts the lesson into the plan.
fn change(cx: &Cx<'_>, entry: &Entry<'_>, change: LessonField) -> Edit {
    if entry.is_in_plan {
        return Lesson::change(entry.lesson.id, change);
    }
    let lesson = Lesson { day: course_day(cx), ..Lesson::clone(&entry.lesson) };
    let id = lesson.id;
    // The letters that follow belong to the same step.
    Edit::Several("step-write-lesson", vec![Lesson::add(lesson, At::Last), Lesson::change(id, change)])
}

/// The fields of a lesson.
fn lesson_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, entry: &Entry<'_>) {
    let lesson = &*entry.lesson;
    let owner = entry.name.as_str();
    let cell = |field| Place::cell(lesson.id, field);
    let set = |field| change(cx, entry, field);
    if lesson.source.is_none() {
        let look = Look::LINE.of(owner).hinting("hint-lesson-own_source");
        fields::text(ui, cx, out, cell(LESSON.own_source), &lesson.own_source, look, |v| {
            set(LessonField::OwnSource(v))
        });
    }
    kit::columns_or_stack(ui, 2, 250.0, |ui, i| match i {
        0 => {
            let look = Look::AREA.of(owner).hinting("hint-lesson-saw");
            fields::text(ui, cx, out, cell(LESSON.saw), &lesson.saw, look, |v| set(LessonField::Saw(v)));
        }
        _ => {
            let look = Look::AREA.of(owner).hinting("hint-lesson-why");
            fields::text(ui, cx, out, cell(LESSON.why), &lesson.why, look, |v| set(LessonField::Why(v)));
        }
    });
    kit::columns_or_stack(ui, 2, 250.0, |ui, i| match i {
        0 => {
            let look = Look::AREA.of(owner).hinting("hint-lesson-differs");
            fields::text(ui, cx, out, cell(LESSON.differs), &lesson.differs, look, |v| {
                set(LessonField::Differs(v))
            });
        }
        _ => {
            let look = Look::AREA.of(owner).hinting("hint-lesson-adapt");
            fields::text(ui, cx, out, cell(LESSON.adapt), &lesson.adapt, look, |v| {
                set(LessonField::Adapt(v))
            });
        }
    });
    kit::columns_or_stack(ui, 2, 200.0, |ui, i| match i {
        0 => fields::day(ui, cx, out, cell(LESSON.day), lesson.day, Look::LINE.of(owner), |v| {
            set(LessonField::Day(v))
        }),
        _ => fields::rating(ui, cx, out, cell(LESSON.rating), lesson.rating, Look::LINE.of(owner), |v| {
            set(LessonField::Rating(v))
        }),
    });
    fields::findings_ui(ui, cx, out, entry.place());
    use_ui(ui, cx, out, entry);
}

/// What of the lesson is in the plan, and the way to bring it there.
fn use_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, entry: &Entry<'_>) {
    let t = tokens(ui);
    let lesson = &*entry.lesson;
    let is_used = |a: &&Activity| !lesson.source.is_none() && a.learned.contains(&lesson.source);
    for activity in cx.plan.activities.iter().filter(is_used) {
        let number = cx.derived.numbering.activity(activity.id);
        let unnamed = cx.words.get(Block::Activity.words());
        let name = kit::title_or(&activity.name, cx.shown, &unnamed);
        ui.horizontal(|ui| {
            kit::icon(ui, Icon::Star, 14.0, t.soga);
            let values = [("number", number.into()), ("name", name.into())];
            if kit::link_button(ui, &cx.words.with("journal-used-in", &values)).clicked() {
                out.go(Place::cell(activity.id, ACTIVITY.name));
            }
        });
    }
    if written(lesson) == 0 {
        note(ui, &cx.words.get("journal-use-note"));
    }
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(written(lesson) > 0, |ui| {
            if kit::button(ui, &cx.words.get("journal-use-activity")).clicked() {
                let activity = activity_from(cx.plan, lesson, out.new_id());
                let place = Place::cell(activity.id, ACTIVITY.name);
                out.edit(Edit::Several("step-use-lesson", vec![Activity::add(activity, At::Last)]));
                out.go(place);
            }
            let has_trees = cx.plan.identity.depth == Some(Depth::Full);
            if has_trees && kit::button(ui, &cx.words.get("journal-use-card")).clicked() {
                let card = card_from(lesson, out.new_id());
                let place = Place::row(card.id);
                out.edit(Edit::Several("step-use-lesson-card", vec![Card::add(card, At::Last)]));
                out.go(place);
            }
        });
        if entry.is_in_plan && kit::link_button(ui, &cx.words.get("journal-delete")).clicked() {
            out.edit(Lesson::delete(lesson.id));
        }
    });
}

/// An activity that names the lesson's source as the place where it was learned.
fn activity_from(plan: &Plan, lesson: &Lesson, id: Id<Activity>) -> Activity {
    let only = plan.outputs.at(0).filter(|_| plan.outputs.len() == 1);
    Activity {
        output: only.map(|output| output.id),
        learned: Some(&lesson.source).filter(|key| !key.is_none()).cloned().into_iter().collect(),
        adapts: lesson.adapt.clone(),
        ..Activity::new(id)
    }
}

/// A card that waits for a place in the tree: what differs at home is the problem, what would be adapted its positive twin.
fn card_from(lesson: &Lesson, id: Id<Card>) -> Card {
    let problem = if lesson.differs.is_blank() { &lesson.saw } else { &lesson.differs };
    Card { problem: problem.clone(), objective: lesson.adapt.clone(), ..Card::new(id) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{Stage, click, example, field, write};
    use egui_kittest::kittest::Queryable;

    const JOURNAL: Page = Page::Section(Section::Journal);

    fn new_plan() -> Plan {
        let mut plan = Plan::new(Id::from_bits(1));
        let programme = Key::new("colombo-plan-smi-2017-batch-2");
        plan.identity = std::sync::Arc::new(Identity { programme, ..Identity::default() });
        plan
    }

    #[test]
    fn looking_writes_nothing_and_the_first_letter_makes_the_lesson() {
        let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
        harness.run();
        click(&mut harness, "Silver craft, 0 of 4 written");
        assert!(harness.state().plan().lessons.is_empty());
        write(&mut harness, "Silver craft, What we saw", "One wire, ten hands");
        let plan = harness.state().plan();
        let lesson = plan.lessons.at(0).unwrap();
        assert_eq!((plan.lessons.len(), lesson.saw.best(&[]).raw()), (1, "One wire, ten hands"));
        assert_eq!(lesson.source.as_str(), "visit-silver");
        assert_eq!(lesson.day, Some(harness.state().today), "the course runs");
        harness.get_by_label("1 of 19 sources have notes");
        harness.get_by_label("one of them from today");
    }

    #[test]
    fn the_first_letter_and_the_next_are_one_step() {
        let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
        harness.run();
        click(&mut harness, "Silver craft, 0 of 4 written");
        for letter in ["O", "n", "e"] {
            write(&mut harness, "Silver craft, What we saw", letter);
        }
        assert_eq!(harness.state().document.steps().count(), 1);
        assert_eq!(harness.state().plan().lessons.at(0).unwrap().saw.best(&[]).raw(), "One");
        harness.state_mut().document.undo();
        assert!(harness.state().plan().lessons.is_empty());
    }

    #[test]
    fn the_next_empty_source_is_one_click_away() {
        let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
        harness.run();
        click(&mut harness, "Write the next one");
        let name = "Policies for the small and medium industry sector, What we saw";
        assert!(field(&harness, name).is_focused());
    }

    #[test]
    fn a_lesson_becomes_an_activity_that_names_it() {
        let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
        harness.run();
        click(&mut harness, "Golf gloves, 0 of 4 written");
        write(&mut harness, "Golf gloves, What we would adapt", "One table for cutting");
        click(&mut harness, "Make an activity of it");
        let plan = harness.state().plan();
        let activity = plan.activities.at(0).unwrap();
        assert_eq!(activity.learned, [Key::new("visit-golf-gloves")]);
        assert_eq!(activity.adapts.best(&[]).raw(), "One table for cutting");
    }

    #[test]
    fn a_lesson_becomes_a_card_that_waits_for_its_place() {
        let mut plan = new_plan();
        let full = Identity { depth: Some(Depth::Full), ..Identity::clone(&plan.identity) };
        plan.identity = std::sync::Arc::new(full);
        let mut harness = Stage::new(plan, JOURNAL).open(900.0, 1400.0);
        harness.run();
        click(&mut harness, "Golf gloves, 0 of 4 written");
        write(&mut harness, "Golf gloves, What differs at home", "Pay is for pieces");
        write(&mut harness, "Golf gloves, What we would adapt", "Pay for good pairs");
        click(&mut harness, "Make a card of it");
        let stage = harness.state();
        let card = stage.plan().cards.at(0).unwrap();
        assert_eq!((card.kind, card.parent), (None, None));
        assert_eq!(card.problem.best(&[]).raw(), "Pay is for pieces");
        assert_eq!(card.objective.best(&[]).raw(), "Pay for good pairs");
        assert_eq!(stage.page, Page::Section(Section::Trees));
        harness.get_by_label("Waiting card: Pay is for pieces");
    }

    #[test]
    fn own_sources_come_and_go() {
        let mut harness = Stage::new(Plan::new(Id::from_bits(1)), JOURNAL).open(900.0, 800.0);
        harness.run();
        click(&mut harness, "Add a source of our own");
        write(&mut harness, "Source without a name, Source of our own", "Night market");
        assert_eq!(harness.state().plan().lessons.at(0).unwrap().own_source.best(&[]).raw(), "Night market");
        click(&mut harness, "Delete these notes");
        assert!(harness.state().plan().lessons.is_empty());
    }

    #[test]
    fn a_finding_leads_into_a_folded_card() {
        let plan = example("nepal-lokta-paper");
        let lesson = plan.lessons.at(0).unwrap().id;
        let mut stage = Stage::new(plan, JOURNAL);
        stage.go(Place::cell(lesson, LESSON.why));
        let mut harness = stage.open(900.0, 700.0);
        harness.run();
        assert_eq!(harness.state().focused, Some(Place::cell(lesson, LESSON.why)));
    }
}
