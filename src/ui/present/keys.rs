//! The keys of a talk.

use super::{Present, PresentCx, PresentWish};
use egui::{Context, Key, Modifiers};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    On,
    Back,
    First,
    Last,
    Notes,
    Dark,
    Clock,
    Reset,
    Language,
    End,
}

/// Space and Enter belong to a button that has the focus.
const OF_BUTTONS: [Key; 2] = [Key::Space, Key::Enter];

const KEYS: &[(Key, Act)] = &[
    (Key::ArrowRight, Act::On),
    (Key::ArrowDown, Act::On),
    (Key::PageDown, Act::On),
    (Key::Space, Act::On),
    (Key::Enter, Act::On),
    (Key::ArrowLeft, Act::Back),
    (Key::ArrowUp, Act::Back),
    (Key::PageUp, Act::Back),
    (Key::Backspace, Act::Back),
    (Key::Home, Act::First),
    (Key::End, Act::Last),
    (Key::B, Act::Notes),
    (Key::Period, Act::Dark),
    (Key::T, Act::Clock),
    (Key::Num0, Act::Reset),
    (Key::L, Act::Language),
    (Key::Escape, Act::End),
    (Key::F5, Act::End),
];

/// Does what the keys say that were pressed.
pub(super) fn keys(
    view: &mut Present,
    ctx: &Context,
    cx: &PresentCx<'_>,
    count: usize,
    now: f64,
    wishes: &mut Vec<PresentWish>,
) {
    let in_bar = view.bar_has_focus;
    let mut acts = Vec::new();
    ctx.input_mut(|input| {
        for (key, act) in KEYS.iter().filter(|(key, _)| !(in_bar && OF_BUTTONS.contains(key))) {
            if input.consume_key(Modifiers::NONE, *key) {
                acts.push(*act);
            }
        }
    });
    for act in acts {
        match act {
            Act::On => view.step(true, count, now),
            Act::Back => view.step(false, count, now),
            Act::First => view.go(0, now),
            Act::Last => view.go(count.saturating_sub(1), now),
            Act::Notes => view.has_notes = !view.has_notes,
            Act::Dark => view.is_dark = !view.is_dark,
            Act::Clock => view.timer.toggle(now),
            Act::Reset => view.timer.reset(now),
            Act::Language => wishes.extend(next_language(cx)),
            Act::End => wishes.push(PresentWish::End),
        }
    }
}

/// The language behind the one that the slides speak; nothing when there is no other.
pub(super) fn next_language(cx: &PresentCx<'_>) -> Option<PresentWish> {
    let at = cx.languages.iter().position(|(lang, _)| lang == cx.lang)?;
    let next = cx.languages.get((at + 1) % cx.languages.len().max(1)).map(|(lang, _)| lang)?;
    (next != cx.lang).then(|| PresentWish::Speak(next.clone()))
}
