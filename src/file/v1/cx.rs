//! What reading keeps in mind: where it is, what it has to tell, what it has to keep.

use super::super::extras::{Kept, Unfit, Unknown};
use super::super::problem::NoteKind;
use super::loose::{Scalar, Span};
use super::out::Out;
use super::value::Value;
use crate::plan::{Block, Id, Lang, RowId};
use std::collections::{HashMap, HashSet, VecDeque};

/// A note whose place is not yet in words.
#[derive(Debug)]
pub(super) struct Pending {
    pub kind: NoteKind,
    pub path: String,
    pub span: Span,
    pub message: String,
    pub hint: String,
    /// Whether the field holds a date, which its name does not always say.
    pub is_day: bool,
}

/// The state of reading one file.
pub(super) struct Cx<'a> {
    text: &'a str,
    /// Whether the loose types came from the tree, with places. Otherwise the first thing to tell makes the whole reading void.
    from_tree: bool,
    /// Whether there was something to tell that could not be told.
    pub is_void: bool,
    /// Whether every link is taken as it is, because the rows are not at hand.
    is_trusting: bool,
    pub notes: Vec<Pending>,
    pub kept: Vec<(String, Kept)>,
    path: String,
    /// The first language of the plan: that of texts without a tag.
    pub primary: Lang,
    known: HashMap<Block, HashSet<RowId>>,
    assigned: HashMap<Block, VecDeque<RowId>>,
    /// How many new identities were tried for rows with a taken one.
    rounds: HashMap<(Block, RowId), usize>,
    /// Where links stood that may turn out to go in circles.
    links: HashMap<String, Vec<Span>>,
}

impl<'a> Cx<'a> {
    pub(super) fn new(text: &'a str, from_tree: bool) -> Self {
        Self {
            text,
            from_tree,
            is_void: false,
            is_trusting: false,
            notes: Vec::new(),
            kept: Vec::new(),
            path: String::new(),
            primary: Lang::english(),
            known: HashMap::new(),
            assigned: HashMap::new(),
            rounds: HashMap::new(),
            links: HashMap::new(),
        }
    }

    /// The state of reading one value alone: links are taken as they are, and the first thing to tell makes the value void.
    pub(super) fn of_one_value(text: &'a str) -> Self {
        Self { is_trusting: true, ..Self::new(text, false) }
    }

    /// Reads the value of a field.
    pub(super) fn field<V: Value>(&mut self, name: &str, loose: Option<V::Loose<'a>>) -> V {
        match loose {
            Some(loose) => self.below(name, |cx| V::read(loose, cx)),
            None => V::default(),
        }
    }

    pub(super) fn below<T>(&mut self, name: &str, f: impl FnOnce(&mut Self) -> T) -> T {
        if !self.from_tree {
            return f(self);
        }
        let len = self.path.len();
        if len > 0 {
            self.path.push('/');
        }
        self.path.push_str(name);
        let result = f(self);
        self.path.truncate(len);
        result
    }

    /// The bytes of a place in the file.
    pub(super) fn raw(&self, span: Span) -> &'a str {
        self.text.get(span.0 as usize..span.1 as usize).unwrap_or_default()
    }

    pub(super) fn note(&mut self, kind: NoteKind, span: Span, message: String, hint: &str, is_day: bool) {
        if self.from_tree {
            let (path, hint) = (self.path.clone(), hint.to_owned());
            self.notes.push(Pending { kind, path, span, message, hint, is_day });
        } else {
            self.is_void = true;
        }
    }

    /// Tells and keeps a value that does not fit; the plan has `instead`.
    pub(super) fn unfit<V: Value>(
        &mut self,
        kind: NoteKind,
        span: Span,
        (message, hint): (String, String),
        instead: &V,
        is_day: bool,
    ) {
        self.note(kind, span, message, &hint, is_day);
        if self.from_tree {
            let unfit = Unfit { raw: self.raw(span).to_owned(), instead: Out::render(instead), at: 0 };
            self.kept_here().unfit = Some(unfit);
        }
    }

    /// What is kept at the current path.
    pub(super) fn kept_here(&mut self) -> &mut Kept {
        let found = self.kept.iter().rposition(|(path, _)| *path == self.path);
        let at = found.unwrap_or_else(|| {
            self.kept.push((self.path.clone(), Kept::default()));
            self.kept.len() - 1
        });
        &mut self.kept[at].1
    }

    /// Takes over what was kept beside the fields of the record at the current path.
    pub(super) fn keep_fields(&mut self, fields: Vec<(&'static str, Kept)>) {
        for (name, kept) in fields {
            self.below(name, |cx| cx.keep(kept));
        }
    }

    /// Takes over what was kept at the current path, and tells about it.
    pub(super) fn keep(&mut self, mut kept: Kept) {
        if kept.is_empty() {
            return;
        }
        let span = |at: usize, raw: &str| {
            let at = u32::try_from(at).unwrap_or(0);
            (at, at + u32::try_from(raw.len()).unwrap_or(0))
        };
        if let Some(unfit) = &mut kept.unfit {
            let span = span(unfit.at, &unfit.raw);
            unfit.at = 0;
            let message = format!("{} cannot stand here", shown(self.raw(span)));
            self.note(
                NoteKind::Unfit,
                span,
                message,
                "it stays in the file until the field is filled",
                false,
            );
        }
        for unknown in &mut kept.unknown {
            let span = span(unknown.at, &unknown.raw);
            unknown.at = 0;
            if unknown.name.is_empty() {
                let message = format!("{} is no item of this list", shown(&unknown.raw));
                self.note(NoteKind::SetAside, span, message, "it stays in the file as it is", false);
            } else {
                let message = format!("{} is not known here", unknown.name);
                self.note(NoteKind::Unknown, span, message, "it stays in the file as it is", false);
            }
        }
        self.kept.push((self.path.clone(), kept));
    }

    /// Keeps an item of the list at the current path as it is.
    pub(super) fn set_aside(&mut self, span: Span, of_item: Kept) {
        let raw = self.raw(span).to_owned();
        let unknown =
            Unknown { name: String::new(), raw, before: of_item.before, behind: of_item.behind, at: 0 };
        self.kept_here().unknown.push(unknown);
    }

    /// A state to go back to with [`Cx::go_back`].
    pub(super) fn mark(&self) -> (usize, usize) {
        (self.notes.len(), self.kept.len())
    }

    /// Forgets what was kept since; and, with `notes`, what was told.
    pub(super) fn go_back(&mut self, mark: (usize, usize), notes: bool) {
        if notes {
            self.notes.truncate(mark.0);
        }
        self.kept.truncate(mark.1);
    }

    /// Remembers where a link stood, in case it goes in a circle.
    pub(super) fn remember_link(&mut self, span: Span) {
        if self.from_tree {
            self.links.entry(self.path.clone()).or_default().push(span);
        }
    }

    /// Keeps the value at the current path as it is, in the place of an empty one.
    pub(super) fn keep_unfit(&mut self, span: Span) {
        if self.from_tree {
            let raw = self.raw(span).to_owned();
            self.kept_here().unfit = Some(Unfit { raw, instead: String::new(), at: 0 });
        }
    }

    /// Where the links at the current path stood.
    pub(super) fn links_here(&self) -> Vec<Span> {
        self.links.get(&self.path).cloned().unwrap_or_default()
    }

    /// Where the link at the current path stood.
    pub(super) fn last_link(&self) -> Span {
        self.links_here().last().copied().unwrap_or_default()
    }

    /// Takes what is kept at and below the items of the list at the current path: by position, with the path below the item.
    pub(super) fn take_items(&mut self) -> HashMap<usize, Vec<(String, Kept)>> {
        let mut taken = HashMap::<usize, Vec<(String, Kept)>>::new();
        let start = format!("{}/", self.path);
        self.kept.retain_mut(|(path, kept)| {
            let Some(rest) = path.strip_prefix(&start) else { return true };
            let (position, below) = rest.split_once('/').unwrap_or((rest, ""));
            let Ok(position) = position.parse() else { return true };
            taken.entry(position).or_default().push((below.to_owned(), std::mem::take(kept)));
            false
        });
        taken
    }

    /// Puts what is kept back to the item at a position of the list at the current path.
    pub(super) fn put_items(&mut self, position: usize, items: Vec<(String, Kept)>) {
        for (below, kept) in items {
            let slash = if below.is_empty() { "" } else { "/" };
            self.kept.push((format!("{}/{position}{slash}{below}", self.path), kept));
        }
    }

    /// Gives a row of a block its identity: that of the file, or a new one made from what stands there, so that reading the same
    /// file twice gives the same plan.
    pub(super) fn assign<T>(&mut self, block: Block, id: Option<&Scalar<'a>>, position: usize, span: Span) {
        let taken = self.known.entry(block).or_default();
        let (wanted, is_plain) = match id {
            Some(id) => row_id::<T>(&id.text),
            None => (hashed::<T>(&format!("{}#{position}", block.word())), false),
        };
        let mut bits = wanted;
        // Where the last row with this id ended: ten thousand times the same one must not take a hundred million tries.
        let round = self.rounds.entry((block, wanted)).or_default();
        while !taken.insert(bits) {
            *round += 1;
            bits = hashed::<T>(&format!("{}#{wanted}#{round}", block.word()));
        }
        self.assigned.entry(block).or_default().push_back(bits);
        if !is_plain || bits != wanted {
            let at = id.map_or((span.0, span.0 + 1), |id| id.span);
            let (message, hint) = match id {
                None => ("it has no id and got a new one".to_owned(), ""),
                Some(id) if bits != wanted => (
                    format!("the id {} is there twice; the second got a new one", shown(&id.text)),
                    "links lead to the first",
                ),
                Some(id) => {
                    (format!("the id {} got another form; links to it still lead here", shown(&id.text)), "")
                }
            };
            let id: Id<T> = Id::from_bits(bits);
            self.below(&id.to_string(), |cx| cx.note(NoteKind::NewId, at, message, hint, false));
        }
    }

    /// The identity of the next row of a block.
    pub(super) fn next_id<T>(&mut self, block: Block) -> Id<T> {
        Id::from_bits(self.assigned.get_mut(&block).and_then(VecDeque::pop_front).unwrap_or_default())
    }

    /// Whether there is such a row.
    pub(super) fn is_known(&self, block: Block, id: RowId) -> bool {
        self.is_trusting || self.known.get(&block).is_some_and(|ids| ids.contains(&id))
    }
}

/// The identity that a text names, and whether the text is its usual form.
pub(super) fn row_id<T>(text: &str) -> (RowId, bool) {
    match text.parse::<Id<T>>() {
        Ok(id) => (id.bits(), true),
        Err(_) => (hashed::<T>(text), false),
    }
}

/// An identity made from a text.
pub(super) fn hashed<T>(text: &str) -> RowId {
    let hash = blake3::hash(text.as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    Id::<T>::from_bits(u64::from_le_bytes(bytes)).bits()
}

/// What was found, short enough for a message.
pub(super) fn shown(raw: &str) -> String {
    let line = raw.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(40).filter(|c| !c.is_control()).collect();
    let more = if cut.len() < raw.len() { "…" } else { "" };
    if cut.starts_with('"') || raw.starts_with(['(', '[', '{']) {
        format!("{cut}{more}")
    } else {
        format!("\"{cut}{more}\"")
    }
}
