//! What is typed while a frame takes long reaches the next one all at once. A key that leads elsewhere then has the end of a frame, so
//! that what was typed behind it goes where it led, and not into nothing.

use egui::{Event, Key};

/// What was typed for frames to come.
#[derive(Debug, Default)]
pub struct Ahead {
    waiting: Vec<Event>,
}

impl Ahead {
    /// Leaves to a frame what it may see: what waited before, then what is new, up to a key that leads elsewhere. Says whether
    /// something waits for the next frame.
    pub fn take_turn(&mut self, events: &mut Vec<Event>) -> bool {
        let mut all = std::mem::take(&mut self.waiting);
        all.append(events);
        let mut has_led = false;
        let mut has_own_text = false;
        let cut = all.iter().position(|event| {
            // A system may send the letter of Alt+letter as text, too; it belongs to its key.
            let is_own = has_own_text && matches!(event, Event::Text(_));
            if has_led && !is_own && is_typed(event) {
                return true;
            }
            has_led |= leads_elsewhere(event);
            has_own_text = matches!(event, Event::Key { pressed: true, modifiers, .. } if modifiers.alt);
            false
        });
        self.waiting = cut.map_or_else(Vec::new, |cut| all.split_off(cut));
        *events = all;
        !self.waiting.is_empty()
    }
}

/// Whether the focus, the page or what lies over the page can be another one afterwards.
fn leads_elsewhere(event: &Event) -> bool {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            modifiers.alt
                || modifiers.command
                || modifiers.ctrl
                || matches!(key, Key::Tab | Key::Enter | Key::Escape)
                || (Key::F1..=Key::F35).contains(key)
        }
        Event::PointerButton { pressed: false, .. } => true,
        _ => false,
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { pressed: true, .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    /// A letter as a keyboard sends it.
    fn letter(on: Key, text: &str) -> Vec<Event> {
        vec![key(on, Modifiers::NONE, true), Event::Text(text.into()), key(on, Modifiers::NONE, false)]
    }

    /// What the frames see of this, one after the other.
    fn frames(events: Vec<Event>) -> Vec<Vec<Event>> {
        let mut ahead = Ahead::default();
        let mut now = events;
        let mut seen = Vec::new();
        loop {
            let waits = ahead.take_turn(&mut now);
            seen.push(std::mem::take(&mut now));
            if !waits {
                return seen;
            }
        }
    }

    #[test]
    fn what_is_typed_behind_a_key_that_leads_elsewhere_waits_for_its_frame() {
        let opens = vec![key(Key::K, Modifiers::COMMAND, true), key(Key::K, Modifiers::COMMAND, false)];
        let goes = vec![key(Key::Enter, Modifiers::NONE, true), key(Key::Enter, Modifiers::NONE, false)];
        let words = [letter(Key::A, "a"), letter(Key::B, "b")].concat();
        let all = [opens.clone(), words.clone(), goes.clone(), letter(Key::C, "c")].concat();
        let expected = vec![opens, [words, goes].concat(), letter(Key::C, "c")];
        assert_eq!(frames(all), expected);
    }

    #[test]
    fn letters_alone_and_pointers_come_as_they_are() {
        let moved = Event::PointerMoved(egui::pos2(1.0, 2.0));
        let all = [letter(Key::A, "a"), vec![moved], letter(Key::B, "b")].concat();
        assert_eq!(frames(all.clone()), vec![all]);
    }

    #[test]
    fn a_click_comes_before_what_is_typed_into_the_field() {
        let released = Event::PointerButton {
            pos: egui::pos2(1.0, 2.0),
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        };
        let typed = Event::Text("ক".into());
        assert_eq!(frames(vec![released.clone(), typed.clone()]), vec![vec![released], vec![typed]]);
    }

    #[test]
    fn the_letter_of_alt_stays_with_its_key() {
        let all = vec![key(Key::F, Modifiers::ALT, true), Event::Text("f".into())];
        assert_eq!(frames(all.clone()), vec![all]);
    }

    #[test]
    fn what_comes_later_stands_behind_what_waits() {
        let mut ahead = Ahead::default();
        let tab = key(Key::Tab, Modifiers::NONE, true);
        let mut events = vec![tab.clone(), Event::Text("a".into())];
        assert!(ahead.take_turn(&mut events));
        assert_eq!(events, vec![tab]);
        let mut events = vec![Event::Text("b".into())];
        assert!(!ahead.take_turn(&mut events));
        assert_eq!(events, vec![Event::Text("a".into()), Event::Text("b".into())]);
    }
}
