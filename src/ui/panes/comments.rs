//! Beside the page: remarks of the team and of others, each bound to a place.

use super::findings::{MOST_SHOWN, go_ui, more_ui, said_button, small_card};
use crate::{
    checks::place_name,
    plan::{At, Block, Comment, CommentField, Place, Plan, Row, UserText},
    text::{self, Style},
    ui::{
        Cx, Outbox, Page, Wish,
        kit::{self, Dates, tokens},
    },
};
use egui::{Id, Ui};

/// The remark that is being written.
#[derive(Debug, Default)]
pub(super) struct Writing {
    text: String,
    /// The name as it is typed; nothing while the known one stands.
    author: Option<String>,
}

/// How many remarks are not settled.
pub(super) fn open_count(plan: &Plan) -> usize {
    plan.comments.iter().filter(|comment| !comment.resolved).count()
}

/// Shows the remarks of this page, the open ones first, and a field for a new one. `focus`: the place whose field has or had
/// the focus last. `author`: who writes here.
pub(super) fn comments_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (page, focus): (Page, Option<Place>),
    author: &str,
    writing: &mut Writing,
    out: &mut Outbox,
) {
    match about(cx.plan, page, focus) {
        Some(place) => new_ui(ui, cx, place, author, writing, out),
        None => {
            text::label(ui, &cx.words.get("comments-where"), Style::body());
        }
    }
    ui.add_space(8.0);
    let is_here = |c: &&Comment| c.place.is_none_or(|place| Page::of(place, cx.plan) == page);
    let (mut here, mut elsewhere): (Vec<_>, Vec<_>) = cx.plan.comments.iter().partition(is_here);
    for (list, key) in [(&mut here, "comments-here"), (&mut elsewhere, "comments-elsewhere")] {
        if list.is_empty() {
            continue;
        }
        // Those at the field with the focus before the others.
        list.sort_by_key(|comment| (comment.resolved, comment.place.is_none() || comment.place != focus));
        let soft = Style::small().strong().color(tokens(ui).ink_soft);
        text::label(ui, &cx.words.get(key), soft);
        for comment in list.iter().take(MOST_SHOWN) {
            let is_meant = focus.is_some() && comment.place == focus;
            comment_card(ui, cx, (comment, is_meant), out);
        }
        more_ui(ui, cx, list.len());
        ui.add_space(8.0);
    }
    if cx.plan.comments.is_empty() {
        text::label(ui, &cx.words.get("comments-none"), Style::small().color(tokens(ui).ink_soft));
    }
}

/// What a new remark is about: the field that has or had the focus on this page, else the first block of the page.
fn about(plan: &Plan, page: Page, focus: Option<Place>) -> Option<Place> {
    let is_here = |place: &Place| Page::of(*place, plan) == page;
    let block = || Block::ALL.iter().map(|block| Place::block(*block)).find(is_here);
    focus.filter(is_here).or_else(block)
}

fn new_ui(ui: &mut Ui, cx: &Cx<'_>, place: Place, author: &str, writing: &mut Writing, out: &mut Outbox) {
    let soft = Style::small().color(tokens(ui).ink_soft);
    let name = place_name(&place, cx.plan, cx.derived, cx.words);
    text::label(ui, &cx.words.with("comment-about", &[("place", name.into())]), soft);
    let label = cx.words.get("comment-text");
    text::Edit::multiline(Id::unique("new remark"), &mut writing.text).name(&*label).hint(&*label).show(ui);
    if author.is_empty() && writing.author.is_none() {
        writing.author = Some(String::new());
    }
    match &mut writing.author {
        Some(typed) => {
            let label = cx.words.get("comment-author");
            text::label(ui, &label, soft);
            text::Edit::singleline(Id::unique("author of remarks"), typed).name(&*label).show(ui);
        }
        None => {
            ui.horizontal_wrapped(|ui| {
                text::label(ui, &cx.words.with("comment-as", &[("author", author.into())]), soft);
                if kit::link_button(ui, &cx.words.get("comment-as-other")).clicked() {
                    writing.author = Some(author.to_owned());
                }
            });
        }
    }
    let signed = writing.author.as_deref().unwrap_or(author).trim().to_owned();
    let is_whole = !writing.text.trim().is_empty() && !signed.is_empty();
    let add = ui.add_enabled_ui(is_whole, |ui| kit::button(ui, &cx.words.get("comment-add")).clicked()).inner;
    if add {
        let id = out.new_id();
        let comment = Comment {
            place: Some(place),
            author: UserText::new(&signed),
            on: Some(cx.today),
            text: UserText::new(writing.text.trim()),
            ..Comment::new(id)
        };
        out.edit(Comment::add(comment, At::Last));
        if signed != author {
            out.wish(Wish::SignAs(signed));
        }
        *writing = Writing::default();
    }
}

/// The beginning of a remark, which tells it from others of the same place.
fn excerpt(comment: &Comment) -> String {
    let line = comment.text.raw().lines().next().unwrap_or_default();
    line.chars().take(60).collect()
}

/// One remark. `is_meant`: it stands at the field that has the focus.
fn comment_card(ui: &mut Ui, cx: &Cx<'_>, (comment, is_meant): (&Comment, bool), out: &mut Outbox) {
    let t = tokens(ui);
    let soft = Style::small().color(t.ink_soft);
    small_card(ui, |ui| {
        let place = comment.place.map(|p| place_name(&p, cx.plan, cx.derived, cx.words));
        let place = place.unwrap_or_else(|| cx.words.get("comment-whole-plan").into_owned());
        let style = if is_meant { Style::small().strong().color(t.soga) } else { soft };
        text::label_elided(ui, &place, style);
        let ink = if comment.resolved { t.ink_soft } else { t.ink };
        text::label(ui, comment.text.raw(), Style::body().color(ink));
        ui.horizontal_wrapped(|ui| {
            if !comment.author.is_blank() {
                text::label(ui, comment.author.raw(), soft);
            }
            if let Some(on) = comment.on {
                text::label(ui, &Dates::new(cx).in_words(on), soft);
            }
            if comment.resolved {
                kit::tag(ui, &cx.words.get("comment-settled"), t.good);
            }
        });
        let excerpt = excerpt(comment);
        ui.horizontal_wrapped(|ui| {
            if let Some(at) = comment.place {
                go_ui(ui, cx, at, &place, out);
            }
            let turn = cx.words.get(if comment.resolved { "comment-open-again" } else { "comment-settle" });
            if said_button(ui, &turn, &format!("{turn}: {excerpt}")).clicked() {
                out.edit(Comment::change(comment.id, CommentField::Resolved(!comment.resolved)));
            }
            let delete = cx.words.get("comment-delete");
            if said_button(ui, &delete, &format!("{delete}: {excerpt}")).clicked() {
                out.edit(Comment::delete(comment.id));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::Section,
        plan::MATRIX,
        ui::{
            panes::Side,
            testing::{Stage, click, example, field, write},
        },
    };
    use egui_kittest::kittest::Queryable;

    #[test]
    fn remarks_are_written_settled_opened_again_and_deleted() {
        let mut plan = example("nepal-lokta-paper");
        plan.comments = Default::default();
        let mut stage = Stage::new(plan, Page::Section(Section::Budget));
        stage.side = Some(Side::Comments);
        stage.go(Place::field(MATRIX.purpose));
        let mut harness = stage.open(1366.0, 1400.0);
        harness.run();
        // Who writes is asked once.
        write(&mut harness, "Your remark", "Which year is meant?");
        click(&mut harness, "Add the remark");
        assert!(harness.state().plan().comments.is_empty(), "nobody has signed");
        write(&mut harness, "Your name", "Sunita");
        click(&mut harness, "Add the remark");
        let stage = harness.state();
        let first = stage.plan().comments.at(0).unwrap();
        assert_eq!((first.text.raw(), first.author.raw()), ("Which year is meant?", "Sunita"));
        assert_eq!((first.place, first.on), (Some(Place::field(MATRIX.purpose)), Some(stage.today)));
        assert_eq!(field(&harness, "Your remark").value().unwrap_or_default(), "");
        write(&mut harness, "Your remark", "Ask the buyers");
        click(&mut harness, "Add the remark");
        assert_eq!(harness.state().plan().comments.at(1).unwrap().author.raw(), "Sunita");
        harness.get_by_label("Comments 2");
        click(&mut harness, "Settle: Which year is meant?");
        assert!(harness.state().plan().comments.at(0).unwrap().resolved);
        harness.get_by_label("Comments 1");
        // What is open stands first.
        let top = |name: &str| harness.get_by_label(name).rect().top();
        assert!(top("Ask the buyers") < top("Which year is meant?"));
        click(&mut harness, "Open again: Which year is meant?");
        assert!(!harness.state().plan().comments.at(0).unwrap().resolved);
        click(&mut harness, "Delete: Ask the buyers");
        assert_eq!(harness.state().plan().comments.len(), 1);
        harness.state_mut().document.undo();
        assert_eq!(harness.state().plan().comments.len(), 2);
    }

    #[test]
    fn a_field_with_an_open_remark_has_a_mark_that_leads_to_it() {
        let mut plan = example("nepal-lokta-paper");
        let output = plan.outputs.at(0).unwrap().id;
        let remark = |n: u64, place: Place, text: &str, resolved| Comment {
            place: Some(place),
            text: text.into(),
            resolved,
            ..Comment::new(crate::plan::Id::from_bits(n))
        };
        let at = Place::cell(output, crate::plan::OUTPUT.text);
        plan.comments = crate::plan::Table::from_rows([
            remark(1, Place::field(MATRIX.goal), "Too far away", true),
            remark(2, Place::field(crate::plan::IDENTITY.title), "Too long", false),
            remark(3, at, "Who builds it?", false),
            remark(4, at, "By when?", false),
        ])
        .0;
        let mut harness = Stage::new(plan, Page::Section(Section::Matrix)).open(1366.0, 1400.0);
        harness.run();
        assert!(harness.query_by_label_contains("Overall goal: 1 remark").is_none(), "it is settled");
        harness.get_by_label("Output 1, result: 2 remarks").click_accesskit();
        harness.run();
        assert_eq!(harness.state().side, Some(Side::Comments));
        assert_eq!(harness.state().focused, Some(at));
        let top = |name: &str| harness.get_by_label(name).rect().top();
        assert!(top("Who builds it?") < top("Too long"), "what is meant stands first");
        // A form and a table have them too.
        harness.state_mut().page = Page::Section(Section::Team);
        harness.run();
        harness.get_by_label_contains("title: 1 remark");
        let activity = harness.state().plan().activities.at(0).unwrap().id;
        let at = Place::cell(activity, crate::plan::ACTIVITY.name);
        let add = Comment::add(remark(5, at, "Needs a room", false), At::Last);
        harness.state_mut().document.apply(&add).unwrap();
        harness.state_mut().page = Page::Section(Section::Activities);
        harness.run();
        harness.get_by_label_contains("activity: 1 remark");
    }

    #[test]
    fn a_remark_leads_to_its_place_from_another_page() {
        let mut plan = example("nepal-lokta-paper");
        let comment = Comment {
            place: Some(Place::field(MATRIX.goal)),
            text: "Too far away".into(),
            ..Comment::new(crate::plan::Id::from_bits(77))
        };
        plan.comments = crate::plan::Table::from_rows([comment]).0;
        let mut stage = Stage::new(plan, Page::Section(Section::Budget));
        stage.side = Some(Side::Comments);
        let mut harness = stage.open(1366.0, 900.0);
        harness.run();
        harness.get_by_label("On other pages");
        harness.get_by_label_contains("Go there: ").click_accesskit();
        harness.run();
        assert_eq!(harness.state().page, Page::Section(Section::Matrix));
        assert_eq!(harness.state().focused, Some(Place::field(MATRIX.goal)));
        harness.get_by_label("On this page");
    }
}
