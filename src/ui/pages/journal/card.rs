//! A card of the journal: one learning source, what was seen there, and the way of it into the plan.

use super::{Entry, View, course_day, written};
use crate::{
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, fields, fields::Look, tokens},
        pages::parts::{focus_frame, note, paint_fold},
    },
};
use egui::{Align2, Frame, Margin, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

/// A card: a line that unfolds to the fields.
pub(super) fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, entry: &Entry<'_>) {
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
