//! The fonts that ship with the program: one family of Noto for each script of the participants.
//!
//! The window, the PDF and the report all draw with these same bytes, so that a word looks alike on screen and on paper.
//! Every face is complete for its script (tests hold the letters of each language); none is cut down to some characters.
//! Arabic, Lao, Myanmar and Tibetan faces lack the Latin digits and punctuation, so each chain goes on with [`LATIN`].
//!
//! Nothing is parsed here: a [`Face`] is a slice of the program file that the system pages in when it is first read.

/// One font file.
#[derive(Clone, Copy)]
pub struct Face {
    /// The family name inside the file, as typst and other typesetters know it: `Noto Sans Bengali`.
    pub name: &'static str,
    /// The script it is for, ISO 15924: `Beng`. Nastaliq is `Aran`, a variant of `Arab`.
    pub script: &'static str,
    /// Bold (700) instead of regular (400).
    pub bold: bool,
    /// The TrueType file.
    pub bytes: &'static [u8],
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let weight = if self.bold { "bold" } else { "regular" };
        write!(f, "{} {weight} ({}, {} bytes)", self.name, self.script, self.bytes.len())
    }
}

/// The script code of the Latin face, which is second in the chain of every other script.
pub const LATIN: &str = "Latn";

/// The script code of emoji, which have a regular face only.
pub const EMOJI: &str = "Zsye";

/// The script code of Arabic in the Nastaliq style that readers of Urdu often prefer.
pub const NASTALIQ: &str = "Aran";

macro_rules! faces {
    ($($name:literal $script:literal $file:literal;)*) => {
        &[
            $(
            Face {
                name: $name,
                script: $script,
                bold: false,
                bytes: include_bytes!(concat!("../../assets/fonts/", $file, "-Regular.ttf")),
            },
            Face {
                name: $name,
                script: $script,
                bold: true,
                bytes: include_bytes!(concat!("../../assets/fonts/", $file, "-Bold.ttf")),
            },
            )*
            Face {
                name: "Noto Emoji",
                script: EMOJI,
                bold: false,
                bytes: include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf"),
            },
        ]
    };
}

static FACES: &[Face] = faces! {
    "Noto Sans" "Latn" "NotoSans";
    "Noto Sans Arabic" "Arab" "NotoSansArabic";
    "Noto Nastaliq Urdu" "Aran" "NotoNastaliqUrdu";
    "Noto Sans Bengali" "Beng" "NotoSansBengali";
    "Noto Sans Devanagari" "Deva" "NotoSansDevanagari";
    "Noto Sans Lao" "Laoo" "NotoSansLao";
    "Noto Sans Myanmar" "Mymr" "NotoSansMyanmar";
    "Noto Sans Sinhala" "Sinh" "NotoSansSinhala";
    "Noto Sans Tamil" "Taml" "NotoSansTamil";
    "Noto Serif Tibetan" "Tibt" "NotoSerifTibetan";
};

/// All faces, the Latin ones first, each script's regular face before its bold one, emoji last.
pub fn all() -> &'static [Face] {
    FACES
}

/// The face of a script (ISO 15924 code), or none if the program ships no font for it.
pub fn for_script(script: &str, bold: bool) -> Option<&'static Face> {
    FACES.iter().find(|f| f.script == script && f.bold == bold)
}

/// The bytes that all faces take in the program file.
pub fn total_size() -> usize {
    FACES.iter().map(|f| f.bytes.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_both_weights_and_its_licence() {
        for face in all() {
            assert!(face.bytes.starts_with(&[0, 1, 0, 0]), "{face:?} is a TrueType file");
            let weights = if face.script == EMOJI { 1 } else { 2 };
            assert_eq!(all().iter().filter(|f| f.script == face.script).count(), weights, "{face:?}");
        }
        assert!(for_script("Latn", false).is_some_and(|f| f.name == "Noto Sans"));
        assert!(for_script("Thai", false).is_none());
        let licence = include_str!("../../assets/fonts/OFL.txt");
        assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
    }

    #[test]
    fn the_readme_tells_their_size() {
        let readme = include_str!("../../README.md");
        let told = format!("ship with the program ({:.1} MB of it)", total_size() as f64 / 1e6);
        assert!(readme.contains(&told), "README.md must say: {told}");
    }
}
