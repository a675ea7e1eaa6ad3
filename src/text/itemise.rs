//! A paragraph cut into pieces of one face, one script and one direction, always between graphemes.

use super::face::{FaceId, Faces, Variant};
use std::ops::Range;
use unicode_bidi::Level;
use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// A stretch that is shaped in one go.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Bytes in the paragraph.
    pub bytes: Range<usize>,
    /// None: the last resort. Such an item is one grapheme.
    pub face: Option<FaceId>,
    pub script: Script,
    pub level: Level,
}

/// Items are cut after a space somewhere between these lengths in bytes, so that typing shapes a few words anew and not
/// the paragraph. Where exactly depends on the letters before the cut alone: a change moves no cut behind it.
const CUT: Range<usize> = 24..160;

/// Whether a stretch, up to a space that ends it, is to be cut there.
pub(super) fn is_cut(before: &str) -> bool {
    let bytes = before.as_bytes();
    if bytes.len() < CUT.start || bytes.last() != Some(&b' ') {
        return false;
    }
    let letters: u32 = bytes.iter().rev().take(5).map(|b| u32::from(*b)).sum();
    letters.is_multiple_of(4) || bytes.len() >= CUT.end
}

/// Cuts a paragraph. `levels` holds one embedding level a byte, or is empty if all is left to right.
pub(super) fn itemise(text: &str, levels: &[Level], faces: &Faces, variant: Variant) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut current = first_script(text);
    for (start, grapheme) in text.grapheme_indices(true) {
        let script = match own_script(grapheme) {
            Some(own) => {
                current = own;
                own
            }
            None => shared_script(grapheme, current),
        };
        let level = levels.get(start).copied().unwrap_or_else(Level::ltr);
        let face = faces.choose(grapheme, script, variant);
        let end = start + grapheme.len();
        if let Some(last) = items.last_mut()
            && face.is_some()
            && (last.face, last.script, last.level) == (face, script, level)
            && !is_cut(&text[last.bytes.start..start])
        {
            last.bytes.end = end;
        } else {
            items.push(Item { bytes: start..end, face, script, level });
        }
    }
    items
}

fn is_strong(script: Script) -> bool {
    !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}

/// The script of a letter; most are Latin or next to it, which needs no table.
fn script_of(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        c if c.is_ascii() => Script::Common,
        c => c.script(),
    }
}

/// The first script of a text; what stands before it joins it.
fn first_script(text: &str) -> Script {
    text.chars().map(script_of).find(|s| is_strong(*s)).unwrap_or(Script::Common)
}

fn own_script(grapheme: &str) -> Option<Script> {
    grapheme.chars().map(script_of).find(|s| is_strong(*s))
}

/// What many scripts share joins `current`, unless it belongs to others only, as the Arabic comma does.
fn shared_script(grapheme: &str, current: Script) -> Script {
    let Some(first) = grapheme.chars().next().filter(|c| !c.is_ascii()) else { return current };
    let users = first.script_extension();
    if users.is_common() || users.is_inherited() || users.contains_script(current) {
        return current;
    }
    users.iter().next().unwrap_or(current)
}
