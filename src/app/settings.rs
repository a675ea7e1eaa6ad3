//! What the program remembers between runs: recent plans, theme, language, folders.

use crate::{
    export::{Format, MatrixLayout},
    file::disk,
    locale::Interface,
    plan::{Country, Lang},
    ui::pages::{hand_over, start::Recent},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// At most so many recent plans are kept.
const MOST_RECENT: usize = 12;
/// At most so many joined copies are known.
const MOST_JOINED: usize = 200;

/// Everything that is remembered. A field that cannot be read takes its usual value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface, as a tag; empty: the system's.
    pub interface: String,
    /// `light`, `dark`, or anything else for the system's.
    pub theme: String,
    /// `rtl` or `ltr` for a window that always runs so; anything else: as its languages do.
    pub direction: String,
    /// Urdu is shown in the Nastaliq style.
    pub nastaliq: bool,
    /// Zoom, 1 is 100 %.
    pub zoom: f32,
    /// Plans that were open, the newest first.
    pub recent: Vec<RecentFile>,
    /// The folder of the last document that was made.
    pub export_folder: Option<PathBuf>,
    /// The word of the layout of the matrix in documents; empty: that of the course.
    pub matrix_layout: String,
    /// How long a talk may be, in minutes.
    pub talk_minutes: u8,
    /// The word of the kind of the last document, and the tag of its language; without one: all languages.
    pub last_export: (String, String),
    /// The words of the kinds of documents that are made together.
    pub several: Vec<String>,
    /// Whether they are made of every open plan.
    pub of_all_open: bool,
    /// Whether the list of sections is shown.
    pub sections_open: bool,
    /// Whether the pane beside the page is shown.
    pub side_open: bool,
    /// Whether the document is shown beside the page.
    pub preview_open: bool,
    /// Who writes remarks here; empty: nobody has said it yet.
    pub author: String,
    /// Copies that were joined with their plans: the hashes of their bytes, the newest first. They are not offered again.
    pub joined: Vec<String>,
}

/// A plan that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct RecentFile {
    /// Its file.
    pub path: PathBuf,
    /// Its title then.
    pub title: String,
    /// The code of its country then.
    pub country: String,
    /// When, in seconds since 1970.
    pub seconds: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            interface: String::new(),
            theme: String::new(),
            direction: String::new(),
            nastaliq: false,
            zoom: 1.0,
            recent: Vec::new(),
            export_folder: None,
            matrix_layout: String::new(),
            talk_minutes: 10,
            last_export: Default::default(),
            // What a ministry asks for first.
            several: [Format::Pdf, Format::Brief, Format::Docx, Format::Xlsx]
                .map(|f| f.word().to_owned())
                .into(),
            of_all_open: false,
            sections_open: true,
            side_open: true,
            preview_open: false,
            author: String::new(),
            joined: Vec::new(),
        }
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("settings.ron")
}

impl Settings {
    /// Reads what is remembered. What cannot be read is forgotten: nothing here is anybody's work.
    pub fn load(folder: Option<&Path>) -> Self {
        let read = folder.and_then(|f| disk::load(&file(f)).ok());
        let text = read.and_then(|(bytes, _)| String::from_utf8(bytes).ok());
        text.and_then(|t| ron::from_str(&t).ok()).unwrap_or_default()
    }

    /// Keeps it. A disk that takes nothing is no reason to stop work.
    pub fn save(&self, folder: Option<&Path>) {
        let Some(folder) = folder else { return };
        if let Ok(text) = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new()) {
            let _ = disk::make_folder(folder);
            let _ = disk::save(&file(folder), text.as_bytes(), None);
        }
    }

    /// The language of the interface: the one that was chosen, else the system's, else English.
    pub fn interface_language(&self) -> Interface {
        Interface::from_tag(&self.interface)
            .or_else(|| Interface::from_tag(&super::system::language()?))
            .unwrap_or(Interface::English)
    }

    /// What the page of documents shows as chosen.
    pub fn hand_over(&self) -> hand_over::View {
        let (format, lang) = &self.last_export;
        hand_over::View {
            layout: MatrixLayout::from_word(&self.matrix_layout).unwrap_or_default(),
            minutes: self.minutes(),
            last: Format::from_word(format).map(|format| (format, Lang::new(lang))),
            several: self.several.iter().filter_map(|word| Format::from_word(word)).collect(),
            of_all_open: self.of_all_open,
            open_plans: 1,
        }
    }

    /// How long a talk may be, in minutes.
    pub fn minutes(&self) -> u8 {
        self.talk_minutes.clamp(*hand_over::MINUTES.start(), *hand_over::MINUTES.end())
    }

    /// Puts a plan on top of the recent ones.
    pub fn remember(&mut self, path: &Path, title: &str, country: Option<Country>, now: Timestamp) {
        self.forget(path);
        let country = country.map(|c| c.code().to_owned()).unwrap_or_default();
        let entry =
            RecentFile { path: path.to_owned(), title: title.to_owned(), country, seconds: now.as_second() };
        self.recent.insert(0, entry);
        self.recent.truncate(MOST_RECENT);
    }

    /// Notes that a copy of these bytes was joined.
    pub fn remember_joined(&mut self, hash: String) {
        self.joined.retain(|known| *known != hash);
        self.joined.insert(0, hash);
        self.joined.truncate(MOST_JOINED);
    }

    /// Takes a plan off the list.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|r| r.path != path);
    }

    /// The recent plans as the start screen shows them.
    pub fn recent_plans(&self) -> Vec<Recent> {
        let shown = |r: &RecentFile| Recent {
            path: r.path.clone(),
            title: r.title.clone(),
            country: Country::new(&r.country),
            when: Timestamp::from_second(r.seconds)
                .ok()
                .map(|t| t.to_zoned_datetime(jiff::tz::TimeZone::system()).date()),
        };
        self.recent.iter().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_comes_back() {
        let mut settings = Settings { theme: "dark".into(), ..Settings::default() };
        let now = Timestamp::from_second(1_501_470_000).unwrap();
        for i in 0..20 {
            settings.remember(Path::new(&format!("/plans/{i}.plan.ron")), "Weaving", Country::new("NP"), now);
        }
        settings.remember(Path::new("/plans/15.plan.ron"), "Weaving in Palpa", Country::new("NP"), now);
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent[0].title, "Weaving in Palpa");
        let folder = std::env::temp_dir().join(format!("rencana settings {}", std::process::id()));
        settings.save(Some(&folder));
        assert_eq!(Settings::load(Some(&folder)), settings);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(Settings::load(Some(&folder)), Settings::default());
    }
}
