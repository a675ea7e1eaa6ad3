//! Short messages that go by themselves.

use crate::{
    text::{self, Style},
    ui::kit::{self, Icon, tokens},
};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, vec2};
use std::path::PathBuf;

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Well.
    Good,
    /// Something to know.
    Plain,
    /// Not well.
    Bad,
}

struct Toast {
    words: String,
    mood: Mood,
    /// What is offered, each with the words of its button.
    offers: Vec<(String, Asked)>,
    until: f64,
}

/// What a person wants with the file of a message.
#[derive(Debug, Clone)]
pub enum Asked {
    /// Open it.
    File(PathBuf),
    /// Open its folder.
    Folder(PathBuf),
}

/// Long words need time to be read: about twelve letters a second.
fn reading(words: &str) -> f64 {
    f64::from(u32::try_from(words.chars().count() / 12).unwrap_or(20))
}

/// The messages that are shown.
#[derive(Default)]
pub struct Toasts(Vec<Toast>);

impl Toasts {
    /// Shows a message for some seconds; bad news stay longer.
    pub fn say(&mut self, ctx: &Context, mood: Mood, words: String) {
        let seconds = if mood == Mood::Bad { 12.0 } else { 5.0_f64 }.max(reading(&words));
        self.push(ctx, Toast { words, mood, offers: Vec::new(), until: seconds });
    }

    /// Shows a message about a file, with buttons to open the file and its folder.
    pub fn say_file(&mut self, ctx: &Context, words: String, path: PathBuf, buttons: (String, String)) {
        let offers = vec![(buttons.0, Asked::File(path.clone())), (buttons.1, Asked::Folder(path))];
        self.push(ctx, Toast { words, mood: Mood::Good, offers, until: 20.0 });
    }

    /// Shows a message about what lies in a folder now, with a button to open it.
    pub fn say_folder(&mut self, ctx: &Context, mood: Mood, words: String, folder: PathBuf, button: String) {
        let seconds = 20.0_f64.max(reading(&words));
        self.push(ctx, Toast { words, mood, offers: vec![(button, Asked::File(folder))], until: seconds });
    }

    fn push(&mut self, ctx: &Context, mut toast: Toast) {
        let now = ctx.input(|i| i.time);
        let seconds = toast.until;
        toast.until = now + seconds;
        self.0.retain(|t| t.words != toast.words);
        if self.0.len() >= 4 {
            self.0.remove(0);
        }
        self.0.push(toast);
        ctx.request_repaint_after_secs(f32::from(u8::try_from(seconds as i64).unwrap_or(20)));
    }

    /// Shows the messages above the status bar.
    pub fn ui(&mut self, ctx: &Context, dismiss: &str) -> Option<Asked> {
        let now = ctx.input(|i| i.time);
        self.0.retain(|t| t.until > now);
        if self.0.is_empty() {
            return None;
        }
        let mut asked = None;
        let mut gone = None;
        Area::new(Id::unique("toasts"))
            .order(Order::Foreground)
            .anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -44.0))
            .show(ctx, |ui| {
                let t = tokens(ui);
                for (i, toast) in self.0.iter().enumerate() {
                    let (color, sign) = match toast.mood {
                        Mood::Good => (t.good, Icon::Check),
                        Mood::Plain => (t.indigo, Icon::Dot),
                        Mood::Bad => (t.bad, Icon::Octagon),
                    };
                    let frame = Frame::new()
                        .fill(t.surface)
                        .stroke(egui::Stroke::new(1.0, color))
                        .corner_radius(kit::RADIUS);
                    frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
                        ui.set_max_width(420.0);
                        ui.horizontal(|ui| {
                            kit::icon(ui, sign, 14.0, color);
                            ui.vertical(|ui| {
                                ui.set_max_width(340.0);
                                let label = text::label(ui, &toast.words, Style::body());
                                ui.ctx().accesskit_node_builder(label.id, |node| {
                                    node.set_live(egui::accesskit::Live::Polite);
                                });
                                if !toast.offers.is_empty() {
                                    ui.horizontal(|ui| {
                                        for (words, offer) in &toast.offers {
                                            if kit::link_button(ui, words).clicked() {
                                                asked = Some(offer.clone());
                                            }
                                        }
                                    });
                                }
                            });
                            if kit::icon_button(ui, Icon::Cross, dismiss).clicked() {
                                gone = Some(i);
                            }
                        });
                    });
                }
            });
        if let Some(i) = gone {
            self.0.remove(i);
        }
        asked
    }
}
