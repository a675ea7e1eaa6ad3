//! The pages of a plan to be looked at while it is written: pictures of the very document that the PDF is made of, and which field
//! each piece of text came from.

use super::{
    ExportError, Report, Source, places,
    slides::Picture,
    typst_world::{self, Pages, Template},
};
use crate::plan::Place;
use std::{
    hash::{Hash, Hasher},
    sync::OnceLock,
};
use typst::{
    introspection::{Location, Tag},
    layout::{Abs, BlockElem, Frame, FrameItem, Point, Size, Transform},
};

/// A piece of a page that shows a field. Measures are in points of the page, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The field.
    pub place: Place,
    /// The page, from 0.
    pub page: usize,
    /// The left, upper, right and lower edge.
    pub edges: [f32; 4],
}

/// A document that was laid out.
pub struct Sheets {
    pages: Pages,
    marks: Vec<Mark>,
    /// What each page looks like, once somebody has asked: to hash a page takes long.
    keys: Vec<OnceLock<u128>>,
}

impl Sheets {
    /// Lays the whole plan out. What stayed the same since the last time is not laid out again.
    ///
    /// # Errors
    /// When it was stopped, took too long, or cannot be laid out.
    pub fn new(source: &Source<'_>) -> Result<Self, ExportError> {
        let report = Report::with_places(source);
        let data = serde_json::to_vec(&report).map_err(|e| ExportError::Refused(e.to_string()))?;
        let pages = typst_world::pages(Template::Plan, data, source.options)?;
        let mut marks = Vec::new();
        for (page, sheet) in pages.all().iter().enumerate() {
            Reader { page, marks: &mut marks, open: Vec::new() }.read(&sheet.frame, Transform::identity());
        }
        let keys = std::iter::repeat_with(OnceLock::new).take(pages.all().len()).collect();
        Ok(Self { pages, marks, keys })
    }

    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pages.all().len()
    }

    /// Width and height of a page in points; those of A4 for a page that is not there.
    #[must_use]
    pub fn size(&self, page: usize) -> [f32; 2] {
        let points = |length: typst::layout::Abs| narrow(length.to_pt());
        self.pages.all().get(page).map_or([595.28, 841.89], |page| {
            let size = page.frame.size();
            [points(size.x), points(size.y)]
        })
    }

    /// Names what a page looks like: pages with the same key look the same.
    #[must_use]
    pub fn key(&self, page: usize) -> Option<u128> {
        let (sheet, key) = (self.pages.all().get(page)?, self.keys.get(page)?);
        Some(*key.get_or_init(|| typst::utils::hash128(&(Look(&sheet.frame), &sheet.fill))))
    }

    /// Draws a page so many pixels wide; nothing when there is no such page.
    #[must_use]
    pub fn picture(&self, page: usize, width: u32) -> Option<Picture> {
        self.pages.picture(page, width)
    }

    /// Every piece of text with its field, from the first page to the last.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Where a field is shown; where another field of the same row is, when it is not.
    pub fn shows(&self, place: Place) -> impl Iterator<Item = &Mark> {
        let is_there = self.marks.iter().any(|mark| mark.place == place);
        let same_row =
            move |other: Place| place.row.is_some() && (other.block, other.row) == (place.block, place.row);
        self.marks.iter().filter(move |mark| mark.place == place || (!is_there && same_row(mark.place)))
    }

    /// The field that is shown at a point of a page. Beside text it is the nearest one, first of those on the same line: so a date
    /// leads to the row that it stands in.
    #[must_use]
    pub fn place_at(&self, page: usize, x: f32, y: f32) -> Option<Place> {
        /// Further away than this, in points, nothing is meant.
        const REACH: f32 = 60.0;
        let away = |low: f32, high: f32, at: f32| (low - at).max(at - high).max(0.0);
        let far = |mark: &Mark| {
            let [left, top, right, bottom] = mark.edges;
            let size = (right - left) * (bottom - top);
            (away(top, bottom, y), away(left, right, x), size)
        };
        let here = self.marks.iter().filter(|mark| mark.page == page).map(|mark| (far(mark), mark.place));
        let near = here.filter(|((down, ..), _)| *down <= REACH);
        let order = |a: &(f32, f32, f32), b: &(f32, f32, f32)| {
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2))
        };
        near.min_by(|(a, _), (b, _)| order(a, b)).map(|(_, place)| place)
    }
}

/// Forgets what was kept of earlier documents, to lay the next one out faster.
pub fn forget() {
    typst::comemo::evict(0);
}

/// What is seen of a frame, to be hashed: what typst notes beside it changes more often.
struct Look<'a>(&'a Frame);

impl Hash for Look<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.size().hash(state);
        for (at, item) in self.0.items() {
            match item {
                FrameItem::Group(group) => {
                    (at, group.transform, &group.clip).hash(state);
                    Look(&group.frame).hash(state);
                }
                FrameItem::Text(text) => (at, text).hash(state),
                FrameItem::Shape(shape, _) => (at, shape).hash(state),
                FrameItem::Image(image, size, _) => (at, image, size).hash(state),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }
}

/// Finds the marks in a page. A block whose label is a place is a group there; of other things with such a label, headings, typst
/// tells where they begin and end.
struct Reader<'a> {
    page: usize,
    marks: &'a mut Vec<Mark>,
    /// What has begun and not ended, with the edges of the text so far.
    open: Vec<(Location, Place, Option<[f32; 4]>)>,
}

impl Reader<'_> {
    fn read(&mut self, frame: &Frame, above: Transform) {
        let place_of = |label: Option<typst::foundations::Label>| places::from_word(&label?.resolve());
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let here = above.pre_concat(Transform::translate(at.x, at.y)).pre_concat(group.transform);
                    if let Some(place) = place_of(group.label) {
                        let edges = edges(Point::zero(), group.frame.size(), here);
                        self.marks.push(Mark { place, page: self.page, edges });
                    }
                    self.read(&group.frame, here);
                }
                FrameItem::Text(text) if !self.open.is_empty() => {
                    // Letters reach about a tenth below their line.
                    let top = Point::new(at.x, at.y - text.size * 0.9);
                    let here = edges(top, Size::new(text.width(), text.size), above);
                    for (.., known) in &mut self.open {
                        *known = Some(known.map_or(here, |known| around(known, here)));
                    }
                }
                FrameItem::Tag(Tag::Start(thing, _)) if !thing.is::<BlockElem>() => {
                    let place = place_of(thing.label());
                    self.open.extend(thing.location().zip(place).map(|(id, place)| (id, place, None)));
                }
                FrameItem::Tag(Tag::End(id, ..)) => {
                    let Some(i) = self.open.iter().rposition(|(open, ..)| open == id) else { continue };
                    let (_, place, edges) = self.open.swap_remove(i);
                    self.marks.extend(edges.map(|edges| Mark { place, page: self.page, edges }));
                }
                _ => {}
            }
        }
    }
}

/// The left, upper, right and lower edge of a rectangle of a frame, on the page.
fn edges(corner: Point, size: Size, here: Transform) -> [f32; 4] {
    let (from, to) = (corner.transform(here), (corner + size.to_point()).transform(here));
    let edges = [from.x.min(to.x), from.y.min(to.y), from.x.max(to.x), from.y.max(to.y)];
    edges.map(|edge: Abs| narrow(edge.to_pt()))
}

/// The edges around both.
fn around([a, b, c, d]: [f32; 4], [e, f, g, h]: [f32; 4]) -> [f32; 4] {
    [a.min(e), b.min(f), c.max(g), d.max(h)]
}

/// A length on paper needs no more digits.
#[allow(clippy::cast_possible_truncation)]
fn narrow(length: f64) -> f32 {
    length as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::fixture::{usual, voice, with_source};
    use crate::plan::{Activity, Block, Field, Plan};

    fn sheets(plan: &Plan) -> Sheets {
        with_source(plan, &voice("en"), |source| Sheets::new(source).unwrap())
    }

    fn field(block: Block, name: &str) -> Field {
        Field::find(block, name).unwrap()
    }

    #[test]
    fn every_text_of_the_document_leads_to_its_field() {
        let plan = usual("ne");
        let sheets = sheets(&plan);
        let named = |row, name| Place::cell(row, field(Block::Activity, name));
        let activity = plan.activities.iter().find(|a| !a.name.is_blank()).unwrap().id;
        let member = plan.team.iter().next().unwrap().id;
        for place in [
            Place::field(field(Block::Identity, "title")),
            Place::field(field(Block::Context, "problem")),
            Place::field(field(Block::Matrix, "purpose")),
            named(activity, "name"),
            Place::cell(member, field(Block::Member, "contact")),
        ] {
            let mark = *sheets
                .marks()
                .iter()
                .find(|mark| mark.place == place)
                .unwrap_or_else(|| panic!("{place:?}"));
            let [left, top, right, bottom] = mark.edges;
            let [wide, high] = sheets.size(mark.page);
            assert!(left < right && top < bottom, "{mark:?}");
            assert!(left >= -1.0 && top >= -1.0 && right <= wide + 1.0 && bottom <= high + 1.0, "{mark:?}");
            let found = sheets.place_at(mark.page, left + 2.0, (top + bottom) / 2.0);
            assert_eq!(found, Some(place));
            assert!(sheets.shows(place).any(|shown| *shown == mark));
        }
        // A field that is not shown itself leads to its row, and the middle of nowhere to nothing.
        let start = named(activity, "start");
        assert!(sheets.shows(start).all(|mark| mark.place.row == Some(activity.bits())));
        assert!(sheets.shows(start).count() > 0);
        assert_eq!(sheets.place_at(99, 10.0, 10.0), None);
    }

    /// Whoever clicks on the cover or on a heading gets to what it is about.
    #[test]
    fn the_cover_and_every_heading_lead_somewhere() {
        let plan = usual("ne");
        let sheets = sheets(&plan);
        let member = plan.team.iter().next().unwrap().id;
        let on_cover = [
            Place::field(field(Block::Identity, "title")),
            Place::field(field(Block::Identity, "country")),
            Place::field(field(Block::Identity, "start")),
            Place::cell(member, field(Block::Member, "name")),
        ];
        for place in on_cover {
            assert!(sheets.marks().iter().any(|mark| mark.page == 0 && mark.place == place), "{place:?}");
        }
        for block in [Block::Context, Block::Activity, Block::BudgetLine, Block::Risk, Block::KeyFigure] {
            let place = Place::block(block);
            let mark = sheets.marks().iter().rfind(|mark| mark.place == place);
            let [left, top, right, bottom] = mark.unwrap_or_else(|| panic!("{block:?}")).edges;
            assert!(left < right && (8.0..80.0).contains(&(bottom - top)), "{mark:?}");
            let page = mark.unwrap().page;
            assert_eq!(sheets.place_at(page, left + 2.0, (top + bottom) / 2.0), Some(place));
        }
        let rate = plan.rates.iter().next().unwrap().id;
        let place = Place::cell(rate, field(Block::Rate, "source"));
        assert!(sheets.marks().iter().any(|mark| mark.place == place), "a rate leads to its row");
    }

    #[test]
    fn words_of_places_come_back() {
        for mark in sheets(&usual("ur")).marks() {
            assert_eq!(places::from_word(&places::word(&mark.place)), Some(mark.place));
        }
        for word in ["", "::", "nobody:1:text", "activity:1:nothing", "activity:!:name"] {
            assert_eq!(places::from_word(word), None, "{word}");
        }
        assert_eq!(places::from_word("member::"), Some(Place::block(Block::Member)));
    }

    #[test]
    fn only_pages_that_changed_look_different() {
        let mut plan = usual("ne");
        let before = sheets(&plan);
        let row = plan.activities.iter().next().unwrap().clone();
        let id = row.id;
        let name = row.name.clone().with(&crate::plan::Lang::english(), "Another name".into());
        plan.activities = crate::plan::Table::from_rows(
            plan.activities
                .iter()
                .map(|a| if a.id == id { Activity { name: name.clone(), ..a.clone() } } else { a.clone() }),
        )
        .0;
        let after = sheets(&plan);
        assert_eq!(before.count(), after.count());
        assert_eq!(before.key(0), after.key(0), "the cover is as it was");
        let asked: Vec<_> = (0..before.count()).filter(|page| before.keys[*page].get().is_some()).collect();
        assert_eq!(asked, [0], "a page is hashed when it is asked for, and then remembered");
        assert!((0..before.count()).any(|page| before.key(page) != after.key(page)));
        let picture = after.picture(0, 298).unwrap();
        assert_eq!([picture.width, picture.height], [298, 421]);
        assert_eq!(picture.rgba.len(), 298 * 421 * 4);
        assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255), "paper has no holes");
    }

    #[test]
    fn documents_that_are_handed_over_say_nothing_of_places() {
        with_source(&usual("ne"), &voice("en"), |source| {
            let report = serde_json::to_string(&Report::new(source)).unwrap();
            assert!(!report.contains("\"place\""));
        });
    }

    #[test]
    fn work_that_was_stopped_says_so() {
        let plan = usual("ne");
        forget();
        with_source(&plan, &voice("en"), |source| {
            source.options.cancel.stop();
            assert_eq!(Sheets::new(source).err(), Some(ExportError::Cancelled));
        });
    }
}
