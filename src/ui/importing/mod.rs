//! A spreadsheet on its way into the plan: first its columns are pointed at, unless the program made it, then each change is
//! taken or left. Nothing changes before that.

mod choosing;
mod pointing;
#[cfg(test)]
mod tests;

use super::Cx;
use crate::{
    import::{
        Book, Proposal,
        foreign::Mapping,
        own::{self, NotOurs},
    },
    plan::{Edit, IdSource},
    text::{self, Style},
    ui::kit::{self, tokens},
};
use egui::{Context, Modal, Ui};

/// What is imported, as far as it has come.
pub struct Importing {
    /// The name of the file.
    name: String,
    book: Book,
    step: Step,
    /// For new rows.
    ids: IdSource,
}

enum Step {
    /// The columns of a table are pointed at.
    Pointing(pointing::View),
    /// Changes are taken or left.
    Choosing(Box<choosing::View>),
}

/// How it ends.
pub enum Ended {
    /// Nothing is taken.
    Left,
    /// This is taken, as one step.
    Taken(Edit, usize),
}

impl Importing {
    /// Begins with a file that was read: a workbook of the program's is compared with the plan at once.
    #[must_use]
    pub fn new(name: String, book: Book, cx: &Cx<'_>, mut ids: IdSource) -> Self {
        let step = match own::compare(cx.plan, cx.derived, cx.words, &book, &mut ids) {
            Ok(proposal) => Step::Choosing(Box::new(choosing::View::new(proposal, None, cx))),
            Err(why) => {
                let lang = cx.shown.first().cloned().unwrap_or_default();
                let mapping = Mapping::guess(&book, lang);
                Step::Pointing(pointing::View { mapping, is_of_other_plan: why == NotOurs::OtherPlan })
            }
        };
        Self { name, book, step, ids }
    }

    /// Shows it over everything. Says when it has ended.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> Option<Ended> {
        let mut ended = None;
        let room = ctx.content_rect().size();
        let frame = kit::dialog_frame(ctx);
        let response = Modal::new(egui::Id::unique("importing")).frame(frame).show(ctx, |ui| {
            ui.set_width((room.x - 120.0).clamp(320.0, 940.0));
            let height = (room.y - 110.0).clamp(240.0, 640.0);
            self.head_ui(ui, cx);
            ended = self.step_ui(ui, cx, height - 90.0);
        });
        if ended.is_none() && response.should_close() {
            ended = Some(Ended::Left);
        }
        ended
    }

    fn head_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let t = tokens(ui);
        let title = cx.words.with("import-title", &[("name", self.name.as_str().into())]);
        let heading = text::label(ui, &title, Style::section());
        ui.ctx().accesskit_node_builder(heading.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(title.as_str());
        });
        let about = match &self.step {
            Step::Pointing(_) => "import-point-about",
            Step::Choosing(view) if view.is_own() => "import-own-about",
            Step::Choosing(_) => "import-rows-about",
        };
        text::label(ui, &cx.words.get(about), Style::body().color(t.ink_soft));
        ui.add_space(8.0);
    }

    fn step_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) -> Option<Ended> {
        let next = match &mut self.step {
            Step::Pointing(view) => match pointing::page_ui(ui, cx, &self.book, view, height)? {
                pointing::Done::Left => return Some(Ended::Left),
                pointing::Done::Look => {
                    let proposal = view.mapping.read(cx.plan, cx.derived, &self.book, &mut self.ids);
                    let back = (view.mapping.clone(), view.is_of_other_plan);
                    Step::Choosing(Box::new(choosing::View::new(proposal, Some(back), cx)))
                }
            },
            Step::Choosing(view) => match choosing::page_ui(ui, cx, view, height)? {
                choosing::Done::Left => return Some(Ended::Left),
                choosing::Done::Take => {
                    let (edit, count) = view.taken(cx.plan);
                    return Some(edit.map_or(Ended::Left, |edit| Ended::Taken(edit, count)));
                }
                choosing::Done::Back(mapping, is_of_other_plan) => {
                    Step::Pointing(pointing::View { mapping, is_of_other_plan })
                }
            },
        };
        self.step = next;
        ui.ctx().request_repaint();
        None
    }
}

/// One line about what of a table was passed over.
fn passed_over(cx: &Cx<'_>, proposal: &Proposal) -> Vec<String> {
    let mut told = Vec::new();
    if proposal.nameless > 0 {
        told.push(cx.words.with("import-nameless", &[("count", proposal.nameless.into())]));
    }
    if proposal.is_cut {
        told.push(cx.words.get("import-cut").into_owned());
    }
    told
}
