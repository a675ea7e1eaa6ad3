//! The shell: owns everything that is open, does what the views wish, talks to the system.

mod ahead;
mod clock;
mod close;
mod commands;
mod dialogs;
mod examples;
mod exports;
mod falling;
mod files;
mod finished;
mod focus;
mod imports;
mod joining;
mod keeping;
mod layout;
mod menus;
mod notices;
mod open_plan;
mod picker;
mod presenting;
mod previewing;
mod questions;
mod recovering;
mod saving;
mod settings;
mod sharing;
mod shell;
mod sides;
mod system;
mod tasks;
#[cfg(test)]
mod testing;
mod toasts;
mod versions;
mod wishes;

pub use falling::listen as listen_for_falls;
pub use shell::App;
#[cfg(windows)]
pub use system::say;

use crate::ui::kit;
use std::{fmt, path::PathBuf, time::Instant};

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or DirectX 12; in software where there is no graphics card.
    Wgpu,
}

impl Renderer {
    /// As people know it.
    const fn name(self) -> &'static str {
        match self {
            Self::Glow => "OpenGL",
            Self::Wgpu => "Vulkan, Metal or DirectX",
        }
    }

    const fn of_eframe(self) -> eframe::Renderer {
        match self {
            Self::Glow => eframe::Renderer::Glow,
            Self::Wgpu => eframe::Renderer::Wgpu,
        }
    }
}

/// What a window starts with.
#[derive(Debug, Clone)]
pub struct Start {
    /// Plans to open.
    pub files: Vec<PathBuf>,
    /// Say how long it took to the first frame, and end.
    pub exit_after_first_frame: bool,
    /// What draws the window; nothing: what works.
    pub renderer: Option<Renderer>,
    /// When the program was started.
    pub started: Instant,
}

/// How the window ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Somebody closed it.
    Closed,
    /// A mistake of the program ended it. What was written is kept.
    Fell,
}

/// Why there is no window.
#[derive(Debug, Clone)]
pub struct NoWindow {
    /// What each of the renderers said.
    pub reasons: Vec<String>,
}

impl fmt::Display for NoWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no window could be opened ({})", self.reasons.join("; "))
    }
}

impl std::error::Error for NoWindow {}

/// The name of the program for desktops: equals the name of its desktop file.
const APP_ID: &str = "org.rencana.Rencana";

/// Opens the window and returns when it is closed.
///
/// Where one renderer does not work on this machine, the other is tried.
///
/// # Errors
/// When no renderer can open a window: without a display, for example.
pub fn run(start: &Start) -> Result<Ended, NoWindow> {
    dialogs::listen_to_portal();
    falling::listen(crate::file::places::data_folder());
    if !has_display() {
        return Err(NoWindow { reasons: vec!["this computer shows no desktop".to_owned()] });
    }
    let usual = if cfg!(target_os = "macos") {
        [Renderer::Wgpu, Renderer::Glow]
    } else {
        [Renderer::Glow, Renderer::Wgpu]
    };
    let order: Vec<Renderer> = start.renderer.map_or_else(|| usual.to_vec(), |only| vec![only]);
    let mut reasons = Vec::new();
    for renderer in order {
        let options = native_options(renderer);
        let begin = start.clone();
        let window = move || {
            eframe::run_native(
                "Rencana",
                options,
                Box::new(move |cc| {
                    dress(&cc.egui_ctx);
                    crate::text::offer_system_fonts(&cc.egui_ctx);
                    Ok(Box::new(App::new(&cc.egui_ctx, begin)))
                }),
            )
        };
        // What the window owned is gone when it fell: nothing half-changed is looked at again.
        match std::panic::catch_unwind(std::panic::AssertUnwindSafe(window)) {
            Ok(Ok(())) => return Ok(Ended::Closed),
            Ok(Err(error)) => reasons.push(format!("{}: {}", renderer.name(), plain(&error.to_string()))),
            Err(_) => {
                falling::rise(start.started);
                return Ok(Ended::Fell);
            }
        }
    }
    Err(NoWindow { reasons })
}

/// Whether there is a desktop to open a window on. Where it cannot be told beforehand, the try tells.
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos")))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(named)
}

/// What a library says about an error, without the place in its own source and without its own values.
fn plain(error: &str) -> String {
    let said = match (error.find(" at "), error.find(".rs:")) {
        (Some(at), Some(place)) if at < place => {
            let rest = error[place..].split_once(": ").map_or("", |(_, rest)| rest);
            format!("{}: {rest}", &error[..at])
        }
        _ => error.to_owned(),
    };
    match said.split_once(" { ") {
        Some((before, _)) => before.rsplit_once(": ").map_or(before, |(words, _)| words).to_owned(),
        None => said,
    }
}

/// Fonts and looks; the same in the window and in tests.
pub fn dress(ctx: &egui::Context) {
    crate::text::install(ctx);
    kit::install(ctx);
}

fn native_options(renderer: Renderer) -> eframe::NativeOptions {
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Rencana")
        .with_inner_size([1240.0, 700.0])
        .with_min_inner_size([640.0, 420.0])
        .with_drag_and_drop(true);
    viewport = viewport.with_icon(window_icon());
    let folder = crate::file::places::data_folder();
    eframe::NativeOptions {
        viewport,
        renderer: renderer.of_eframe(),
        system_font_fallback: false,
        persistence_path: folder.map(|f| f.join("window.ron")),
        ..Default::default()
    }
}

/// The icon: one kawung flower on indigo, drawn here so that no picture has to be kept.
fn window_icon() -> egui::IconData {
    const SIDE: u32 = 64;
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    let (ground, petal) = (kit::LIGHT.indigo, kit::DARK.soga);
    for y in 0..SIDE {
        for x in 0..SIDE {
            // Small whole numbers: exact.
            #[allow(clippy::cast_precision_loss)]
            let (px, py) = (x as f32 + 0.5 - 32.0, y as f32 + 0.5 - 32.0);
            // Along and across the nearer diagonal, measured from the middle of its petal.
            let (along, across) =
                (((px + py).abs().max((px - py).abs())) / 1.414, (px.abs() - py.abs()).abs() / 1.414);
            let inside = ((along - 19.0) / 15.0).powi(2) + (across / 8.0).powi(2) <= 1.0;
            let corner = px.abs().max(py.abs()) > 30.0 && px.abs() + py.abs() > 56.0;
            let color = if inside { petal } else { ground };
            let alpha = if corner { 0 } else { 255 };
            rgba.extend_from_slice(&[color.r(), color.g(), color.b(), alpha]);
        }
    }
    egui::IconData { rgba, width: SIDE, height: SIDE }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn reasons_are_words() {
        let values = "Found no glutin configs matching the template: ConfigTemplate { alpha_size: 8, api: None }. Error: none";
        assert_eq!(plain(values), "Found no glutin configs matching the template");
        assert_eq!(
            plain("winit EventLoopError: os error at /x/linux/mod.rs:765: no desktop"),
            "winit EventLoopError: os error: no desktop"
        );
        assert_eq!(plain("glutin error: GLXBadFBConfig"), "glutin error: GLXBadFBConfig");
    }
}
