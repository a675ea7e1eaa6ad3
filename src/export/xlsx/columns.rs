//! Columns of a sheet of entries: how each is found again, what it is called, and what it shows of an entry.

use super::{
    super::report::speech::Speech,
    book::{Head, Takes, Value},
    marks::{WAS, mark, shown},
};
use crate::plan::{Day, Decimal, Field, Lang, Text};

type Show<'a, T> = Box<dyn Fn(&T, usize) -> Value + 'a>;

/// The columns of a sheet over entries of one kind; a column shows an entry at its place among the entries.
pub(super) struct Columns<'a, T> {
    pub heads: Vec<Head>,
    show: Vec<Show<'a, T>>,
    /// The columns that are marked, and the one that holds the marks.
    marked: Option<(Vec<usize>, usize)>,
    me: &'a Speech<'a>,
}

impl<'a, T> Columns<'a, T> {
    pub fn new(me: &'a Speech<'a>) -> Self {
        Self { heads: Vec::new(), show: Vec::new(), marked: None, me }
    }

    /// Adds a column of the program itself, which an import does not read back.
    pub fn program(&mut self, title: &str, width: f64, show: impl Fn(&T, usize) -> Value + 'a) -> usize {
        let title = if title.is_empty() { String::new() } else { self.me.word(title) };
        self.put(String::new(), title, width, Takes::Program, Box::new(show))
    }

    /// Adds a hidden column with this name: what an entry is, or its identity.
    pub fn hidden(&mut self, key: String, show: impl Fn(&T, usize) -> Value + 'a) -> usize {
        let col = self.put(key, String::new(), 8.0, Takes::Program, Box::new(show));
        self.heads[col].hidden = true;
        col
    }

    /// Adds a column of a field.
    pub fn field(
        &mut self,
        field: Field,
        title: &str,
        width: f64,
        takes: Takes,
        show: impl Fn(&T, usize) -> Value + 'a,
    ) -> usize {
        self.put(key(field), self.me.word(title), width, takes, Box::new(show))
    }

    pub fn number(&mut self, field: Field, title: &str, get: impl Fn(&T) -> Option<Decimal> + 'a) -> usize {
        let show = move |t: &T, _| get(t).map_or(Value::Nothing, Value::Number);
        self.field(field, title, 11.0, Takes::Number, show)
    }

    pub fn day(&mut self, field: Field, title: &str, get: impl Fn(&T) -> Option<Day> + 'a) -> usize {
        let show = move |t: &T, _| get(t).map_or(Value::Nothing, Value::Day);
        self.field(field, title, 12.0, Takes::Day, show)
    }

    /// Adds a column of a closed list of choices, shown by their words.
    pub fn choice(
        &mut self,
        field: Field,
        title: &str,
        list: &'static str,
        get: impl Fn(&T) -> Option<&'static str> + 'a,
    ) -> usize {
        let me = self.me;
        let show = move |t: &T, _| get(t).map_or(Value::Nothing, |words| Value::text(&me.word(words)));
        self.field(field, title, 16.0, Takes::Choice(list), show)
    }

    /// Adds a column for each language in which the field of any entry is shown: the languages of the report, and where
    /// an entry has none of them, the first that it has. Gives the first column.
    pub fn text<'t>(
        &mut self,
        entries: impl Iterator<Item = &'t T>,
        field: Field,
        title: &str,
        width: f64,
        get: impl Fn(&T) -> &Text + Copy + 'a,
    ) -> usize
    where
        T: 't,
    {
        let first = self.heads.len();
        let mut langs: Vec<Lang> = Vec::new();
        for entry in entries {
            let text = get(entry);
            let mut shown = self.me.langs.iter().filter(|l| !text.get(l).is_blank()).cloned().peekable();
            let other = text.iter().find(|(_, t)| !t.is_blank()).map(|(l, _)| l.clone());
            let other = if shown.peek().is_none() { other } else { None };
            for lang in shown.chain(other) {
                if !langs.contains(&lang) {
                    langs.push(lang);
                }
            }
        }
        if langs.is_empty() {
            langs.extend(self.me.langs.iter().take(1).cloned());
        }
        // In the order of the report; those of other languages last.
        langs.sort_by_key(|l| self.me.langs.iter().position(|of| of == l).unwrap_or(usize::MAX));
        for (i, lang) in langs.into_iter().enumerate() {
            let title = self.me.word(title);
            let title = if i == 0 { title } else { format!("{title} ({})", lang.as_str()) };
            let key = format!("{}@{}", key(field), lang.as_str());
            let rtl = lang.is_rtl();
            let show = move |t: &T, _| match get(t).get(&lang) {
                text if text.is_empty() => Value::Nothing,
                text => Value::Text(text.raw().to_owned(), rtl),
            };
            self.put(key, title, width, Takes::Text, Box::new(show));
        }
        first
    }

    /// Adds the hidden column with the marks of all columns of fields so far.
    pub fn marks(&mut self) {
        let is_field = |head: &Head| head.key.contains('.') && !head.key.ends_with(".id");
        let marked: Vec<usize> = (0..self.heads.len()).filter(|i| is_field(&self.heads[*i])).collect();
        let names: Vec<_> = marked.iter().map(|i| self.heads[*i].key.as_str()).collect();
        let key = format!("{WAS}{}:{}", self.me.plan().id, names.join(","));
        let last = self.hidden(key, |_, _| Value::Nothing);
        self.marked = Some((marked, last));
    }

    /// What an entry shows in every column.
    pub fn row(&self, entry: &T, at: usize) -> Vec<Value> {
        let mut row: Vec<_> = self.show.iter().map(|show| show(entry, at)).collect();
        if let Some((marked, last)) = &self.marked {
            let marks: Vec<_> = marked.iter().map(|i| mark(&shown(&row[*i]))).collect();
            row[*last] = Value::text(&marks.join(" "));
        }
        row
    }

    /// A row that is no entry: values at some columns, nothing in the others.
    pub fn other(&self, values: &[(usize, Value)]) -> Vec<Value> {
        let mut row = vec![Value::Nothing; self.heads.len()];
        for (col, value) in values {
            row[*col] = value.clone();
        }
        row
    }

    fn put(&mut self, key: String, title: String, width: f64, takes: Takes, show: Show<'a, T>) -> usize {
        self.heads.push(Head { key, title, width, takes, hidden: false });
        self.show.push(show);
        self.heads.len() - 1
    }
}

/// The name of a field's column: `activity.start`.
pub(super) fn key(field: Field) -> String {
    format!("{}.{}", field.block().word(), field.name())
}
