//! What tests of the window share.

use super::{Start, shell::App, tasks::Tab};
use crate::locale::Interface;
use egui_kittest::Harness;
use std::time::Instant;

/// A window of this width that remembers nothing, in which an example is open.
pub fn window(width: f32) -> (Harness<'static, App>, Tab) {
    let start =
        Start { files: Vec::new(), exit_after_first_frame: false, renderer: None, started: Instant::now() };
    let mut harness =
        Harness::builder().with_size([width, 768.0]).with_max_steps(60).build_eframe(move |cc| {
            crate::app::dress(&cc.egui_ctx);
            let mut app = App::in_folder(&cc.egui_ctx, start, None);
            app.speak(Interface::English);
            app.open_example("nepal-lokta-paper");
            app
        });
    harness.run_ok();
    let tab = harness.state().current_tab().unwrap();
    (harness, tab)
}
