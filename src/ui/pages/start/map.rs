//! A small map of the countries of a programme. The outlines come from `assets/map`; what is drawn where is told by [`View`],
//! which knows nothing of the screen.

use crate::{
    plan::Country,
    text::{self, Style},
    ui::kit::{self, tokens},
};
use egui::{
    Align2, CornerRadius, Mesh, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
    epaint::PathShape, pos2, vec2,
};
use std::sync::OnceLock;

/// A piece of land.
#[derive(Debug)]
struct Land {
    country: Option<Country>,
    /// Outline first, holes behind it; degrees east and north.
    points: Vec<Pos2>,
    /// How many of the points are the outline.
    outline: usize,
    /// Three points each.
    triangles: Vec<[u32; 3]>,
    bounds: Rect,
}

impl Land {
    /// Reads a line of the file; nothing when it is none.
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let country = Country::new(parts.next()?);
        let outline = parts.next()?.parse().ok()?;
        let points = parts.next()?.split(' ').map(|point| {
            let (east, north) = point.split_once(',')?;
            Some(pos2(east.parse::<f32>().ok()? / 10.0, north.parse::<f32>().ok()? / 10.0))
        });
        let points = points.collect::<Option<Vec<_>>>()?;
        let corners =
            parts.next()?.split(' ').map(|n| n.parse().ok().filter(|n| (*n as usize) < points.len()));
        let corners = corners.collect::<Option<Vec<u32>>>()?;
        let triangles = corners.chunks_exact(3).map(|t| [t[0], t[1], t[2]]).collect();
        Some(Self { country, outline, triangles, bounds: Rect::from_points(&points), points })
    }

    fn has(&self, at: Pos2) -> bool {
        let side = |a: Pos2, b: Pos2| (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
        let is_in = |corners: &[u32; 3]| {
            let [a, b, c] = corners.map(|i| self.points[i as usize]);
            let sides = [side(a, b), side(b, c), side(c, a)];
            sides.iter().all(|s| *s >= 0.0) || sides.iter().all(|s| *s <= 0.0)
        };
        self.bounds.contains(at) && self.triangles.iter().any(is_in)
    }
}

/// All land, read when a map is shown for the first time.
fn world() -> &'static [Land] {
    static WORLD: OnceLock<Vec<Land>> = OnceLock::new();
    WORLD.get_or_init(|| {
        include_str!("../../../../assets/map/countries.tsv").lines().filter_map(Land::read).collect()
    })
}

/// Which part of the world is shown in a rectangle, and how large.
#[derive(Debug, Clone, Copy)]
struct View {
    /// The degrees east and north that stand in the middle.
    middle: Pos2,
    /// The middle of the rectangle.
    center: Pos2,
    /// Points for a degree east and a degree north; north goes up.
    scale: Vec2,
}

/// Room around the countries, in degrees.
const AROUND: f32 = 3.0;

impl View {
    /// Shows these countries as large as they fit; nothing when none is on the map. A window that is mirrored turns the map around once
    /// more: east stays east.
    fn of(countries: &[Country], rect: Rect, is_mirrored: bool) -> Option<Self> {
        let is_wanted = |land: &&Land| land.country.is_some_and(|c| countries.contains(&c));
        // The largest piece of a country stands first: far islands do not make the map small.
        let mut seen = Vec::new();
        let mut bounds = Rect::NOTHING;
        for land in world().iter().filter(is_wanted) {
            if !seen.contains(&land.country) {
                seen.push(land.country);
                bounds |= land.bounds;
            }
        }
        let bounds = (!seen.is_empty()).then(|| bounds.expand(AROUND))?;
        // A degree east is shorter the farther north.
        let shrink = bounds.center().y.to_radians().cos().max(0.2);
        let size = vec2(bounds.width() * shrink, bounds.height());
        let scale = (rect.width() / size.x).min(rect.height() / size.y);
        let east = if is_mirrored { -scale } else { scale };
        Some(Self { middle: bounds.center(), center: rect.center(), scale: vec2(east * shrink, scale) })
    }

    fn to_screen(self, at: Pos2) -> Pos2 {
        let from = at - self.middle;
        self.center + vec2(from.x, -from.y) * self.scale
    }

    fn to_world(self, at: Pos2) -> Pos2 {
        let from = (at - self.center) / self.scale;
        self.middle + vec2(from.x, -from.y)
    }

    /// From where to where these countries reach across the screen.
    fn edges(self, countries: &[Country]) -> Rangef {
        let lands = world().iter().filter(|land| land.country.is_some_and(|c| countries.contains(&c)));
        lands.fold(Rangef::NOTHING, |edges, land| {
            let across = [land.bounds.min, land.bounds.max].map(|at| self.to_screen(at).x);
            let (from, to) = (across[0].min(across[1]), across[0].max(across[1]));
            Rangef::new(edges.min.min(from), edges.max.max(to))
        })
    }

    /// The country of the programme at a point of the screen.
    fn country_at(self, countries: &[Country], at: Pos2) -> Option<Country> {
        let at = self.to_world(at);
        let land = world().iter().find(|l| l.country.is_some_and(|c| countries.contains(&c)) && l.has(at))?;
        land.country
    }
}

/// What the pointer does on the map.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pointed {
    /// The country under it.
    pub country: Option<Country>,
    /// Whether it was clicked.
    pub is_clicked: bool,
}

/// Shows the countries on a map of this height; `lit` stands out with its name. Every country has a card beside the map, which
/// keyboard and screen reader use.
pub(super) fn map_ui(
    ui: &mut Ui,
    countries: &[Country],
    lit: Option<(Country, &str)>,
    (height, said): (f32, &str),
) -> Pointed {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said));
    let Some(view) = View::of(countries, rect, text::is_mirrored(ui.ctx())) else {
        return Pointed::default();
    };
    let country = response.hover_pos().and_then(|at| view.country_at(countries, at));
    if country.is_some() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if ui.is_rect_visible(rect) {
        paint(ui, rect, view, countries, lit);
    }
    Pointed { country, is_clicked: country.is_some() && response.clicked() }
}

fn paint(ui: &Ui, rect: Rect, view: View, countries: &[Country], lit: Option<(Country, &str)>) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, CornerRadius::same(kit::RADIUS), t.surface);
    let mut name_at = None;
    for land in world() {
        let on_screen = Rect::from_two_pos(view.to_screen(land.bounds.min), view.to_screen(land.bounds.max));
        if !on_screen.intersects(rect) {
            continue;
        }
        let is_of_programme = land.country.is_some_and(|c| countries.contains(&c));
        let is_lit = land.country.is_some() && land.country == lit.map(|(country, _)| country);
        let fill = match (is_lit, is_of_programme) {
            (true, _) => t.indigo,
            (_, true) => t.soga.gamma_multiply(0.55),
            _ => t.line.gamma_multiply(0.55),
        };
        let points: Vec<Pos2> = land.points.iter().map(|point| view.to_screen(*point)).collect();
        let mut mesh = Mesh::default();
        points.iter().for_each(|point| mesh.colored_vertex(*point, fill));
        land.triangles.iter().for_each(|[a, b, c]| mesh.add_triangle(*a, *b, *c));
        painter.add(Shape::mesh(mesh));
        let outline = points.get(..land.outline).unwrap_or_default().to_vec();
        painter.add(PathShape::closed_line(outline, Stroke::new(0.8, t.surface)));
        if is_lit && name_at.is_none() {
            name_at = Some(on_screen.center());
        }
    }
    fade_sides(&painter, rect, view.edges(countries), t.surface);
    painter.rect_stroke(rect, kit::RADIUS, Stroke::new(1.0, t.line), egui::StrokeKind::Inside);
    if let (Some(at), Some((_, name))) = (name_at, lit) {
        name_ui(&painter, rect, at, name, t);
    }
}

/// Far lands go over into the ground; the countries of the programme, from the one edge to the other, do not.
fn fade_sides(painter: &egui::Painter, rect: Rect, of_programme: Rangef, ground: egui::Color32) {
    /// How much of the map each side takes at most.
    const SHARE: f32 = 0.22;
    let clear = ground.gamma_multiply(0.0);
    let most = rect.width() * SHARE;
    let left = rect.left() + most.min(of_programme.min - rect.left()).max(0.0);
    let right = rect.right() - most.min(rect.right() - of_programme.max).max(0.0);
    for (outer, inner) in [(rect.left(), left), (rect.right(), right)] {
        let mut mesh = Mesh::default();
        for y in [rect.top(), rect.bottom()] {
            mesh.colored_vertex(pos2(outer, y), ground);
            mesh.colored_vertex(pos2(inner, y), clear);
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(1, 2, 3);
        painter.add(Shape::mesh(mesh));
    }
}

/// The name of a country on a small plate above its middle.
fn name_ui(painter: &egui::Painter, rect: Rect, at: Pos2, name: &str, t: &kit::Tokens) {
    let style = Style::small().strong();
    let galley = text::galley(painter.ctx(), name, &style.color(t.ink), f32::INFINITY);
    let size = galley.size() + vec2(16.0, 6.0);
    let plate = Align2::CENTER_BOTTOM.anchor_size(at - vec2(0.0, 6.0), size);
    // Inside the map, also for a country at its edge.
    let inside = rect.shrink(4.0);
    let dx = (inside.left() - plate.left()).max(0.0) - (plate.right() - inside.right()).max(0.0);
    let dy = (inside.top() - plate.top()).max(0.0);
    let plate = plate.translate(vec2(dx, dy));
    painter.rect(
        plate,
        f32::from(kit::RADIUS),
        t.surface,
        Stroke::new(1.0, t.line),
        egui::StrokeKind::Inside,
    );
    painter.galley(plate.min + vec2(8.0, 3.0), galley, t.ink);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pack::Packs, ui::pages::start::MAP_HEIGHT};

    fn programme() -> Vec<Country> {
        Packs::builtin().programmes().first().unwrap().countries.clone()
    }

    #[test]
    fn every_line_of_the_file_is_land() {
        let file = include_str!("../../../../assets/map/countries.tsv");
        assert_eq!(world().len(), file.lines().filter(|line| !line.starts_with('#')).count());
        assert!(world().iter().all(|land| land.outline <= land.points.len() && !land.triangles.is_empty()));
    }

    #[test]
    fn capitals_lie_in_their_countries() {
        let countries = programme();
        let rect = Rect::from_min_size(pos2(20.0, 30.0), vec2(800.0, 220.0));
        let view = View::of(&countries, rect, false).unwrap();
        for (code, east, north) in [
            ("NP", 85.3, 27.7),
            ("ID", 110.4, -7.8),
            ("IR", 51.4, 35.7),
            ("BT", 89.6, 27.5),
            ("LK", 80.6, 7.3),
            ("PG", 144.0, -6.0),
            ("VN", 105.8, 21.0),
        ] {
            let at = view.to_screen(pos2(east, north));
            assert!(rect.contains(at), "{code} is on the map");
            assert_eq!(view.country_at(&countries, at), Country::new(code));
        }
        let (left, right) = (view.to_screen(pos2(60.0, 20.0)), view.to_screen(pos2(120.0, 20.0)));
        let mirrored = View::of(&countries, rect, true).unwrap();
        assert!(
            left.x < right.x
                && mirrored.to_screen(pos2(60.0, 20.0)).x > mirrored.to_screen(pos2(120.0, 20.0)).x
        );
        let delhi = view.to_screen(pos2(77.2, 28.6));
        assert_eq!(view.country_at(&countries, delhi), None, "not of the programme");
        assert!(View::of(&[], rect, false).is_none());
    }
    #[test]
    fn a_narrow_map_reaches_from_the_first_country_to_the_last() {
        let countries = programme();
        for mirrored in [false, true] {
            let rect = Rect::from_min_size(pos2(20.0, 30.0), vec2(430.0, MAP_HEIGHT));
            let edges = View::of(&countries, rect, mirrored).unwrap().edges(&countries);
            assert!(edges.min < rect.left() + 0.1 * rect.width(), "{edges:?}");
            assert!(edges.max > rect.right() - 0.1 * rect.width(), "{edges:?}");
        }
    }
}
