//! The window onto the time: the wheel, the ground under the hand, keys, and the edge of the chart.

use super::*;

/// Turns the wheel over a point.
fn wheel(harness: &mut Harness<'_, Stage>, at: Pos2, delta: egui::Vec2, modifiers: Modifiers) {
    harness.hover_at(at);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        modifiers,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    });
    harness.run();
}

/// The chart at a unit, with this field's activity near its starting edge.
fn in_unit(plan: Plan, name: &str, unit: &str) -> Harness<'static, Stage> {
    let mut harness = open(plan);
    field(&harness, name).focus();
    harness.run();
    click(&mut harness, unit);
    harness
}

fn left(harness: &Harness<'_, Stage>, begin: &str) -> f32 {
    bar(harness, begin).rect().left()
}

#[test]
fn ctrl_and_the_wheel_zoom_and_what_is_under_the_pointer_stays_there() {
    let mut harness = in_unit(plan(), "1.2, Activity", "weeks");
    for (turn, is_larger) in [(80.0, true), (60.0, true), (-150.0, false)] {
        // What is touched reaches two points beyond the bar.
        let (at, width) = (bar(&harness, "1.2 ").rect().left_center() + vec2(2.0, 0.0), per_day(&harness));
        wheel(&mut harness, at, vec2(0.0, turn), Modifiers::COMMAND);
        assert_eq!(per_day(&harness) > width * 1.05, is_larger, "{turn}");
        assert_eq!(per_day(&harness) < width * 0.95, !is_larger, "{turn}");
        let stays = left(&harness, "1.2 ") + 2.0;
        assert!((stays - at.x).abs() < 0.6, "{turn}: {stays} {}", at.x);
    }
    assert_eq!(steps(&harness), 0);
}

#[test]
fn the_wheel_scrolls_table_and_chart_together_and_sideways_the_time_alone() {
    let mut harness = in_unit(large(300), "1.1, Activity", "days");
    let at = bar(&harness, "1.2 ").rect().center();
    let (row, cell) = (bar(&harness, "1.9 ").rect(), field(&harness, "1.9, Activity").rect());
    wheel(&mut harness, at, vec2(0.0, -90.0), Modifiers::NONE);
    let (row_after, cell_after) = (bar(&harness, "1.9 ").rect(), field(&harness, "1.9, Activity").rect());
    assert!((row_after.top() - row.top() + 90.0).abs() < 1.5, "{row:?} {row_after:?}");
    assert!((cell_after.top() - cell.top() + 90.0).abs() < 1.5, "{cell:?} {cell_after:?}");
    assert!((row_after.left() - row.left()).abs() < 0.1, "time stays");
    for (delta, modifiers) in [(vec2(-70.0, 0.0), Modifiers::NONE), (vec2(0.0, -70.0), Modifiers::SHIFT)] {
        let before = bar(&harness, "1.9 ").rect();
        wheel(&mut harness, at, delta, modifiers);
        let after = bar(&harness, "1.9 ").rect();
        assert!((after.left() - before.left() + 70.0).abs() < 1.5, "{before:?} {after:?}");
        assert!((after.top() - before.top()).abs() < 0.1, "rows stay");
        assert_eq!(field(&harness, "1.9, Activity").rect(), cell_after, "the table stays");
    }
}

#[test]
fn the_ground_is_dragged_and_takes_the_time_along() {
    let mut harness = in_unit(plan(), "1.1, Activity", "weeks");
    let (before, width) = (left(&harness, "1.1 "), per_day(&harness));
    // Behind the bar of 1.2, where nothing is.
    let ground = bar(&harness, "1.2 ").rect().right_center() + vec2(120.0, 0.0);
    drag(&mut harness, ground, ground + vec2(-40.0, 25.0));
    assert!((left(&harness, "1.1 ") - before + 40.0).abs() < 1.0);
    assert!((per_day(&harness) - width).abs() < 0.01);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn keys_zoom_around_the_bar_and_show_the_whole_plan() {
    let mut harness = open(plan());
    let (whole, width) = (left(&harness, "1.2 "), per_day(&harness));
    bar(&harness, "1.2 ").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    assert!(per_day(&harness) > width * 1.3);
    assert!((left(&harness, "1.2 ") - whole).abs() < 0.6);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(per_day(&harness) < width * 0.8);
    assert!((left(&harness, "1.2 ") - whole).abs() < 0.6);
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert!((left(&harness, "1.2 ") - whole).abs() < 0.6 && (per_day(&harness) - width).abs() < 0.01);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn a_bar_at_the_edge_of_the_chart_takes_the_time_along() {
    let mut harness = in_unit(plan(), "1.1, Activity", "days");
    let rect = bar(&harness, "1.1 ").rect();
    let from = rect.center();
    let edge = pos2(1300.0 - 18.0, from.y);
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(edge);
    harness.run_steps(6);
    let (without, _) = dates_of(&harness, 11);
    assert_eq!(without, "2017-10-02", "nothing is changed yet");
    harness.drop_at(edge);
    harness.run_steps(4);
    let moved = number(day(&dates_of(&harness, 11).0)) - number(day("2017-10-02"));
    // Six frames, of which none counts for more than a tenth of a second, at 420 points a second and 26 points a day.
    let way = (edge.x - from.x) / 26.0;
    #[allow(clippy::cast_precision_loss)]
    let more = moved as f32 - way;
    assert!((5.0..=14.0).contains(&more), "{moved} days, {way} of them by hand");
    assert_eq!(steps(&harness), 1);
    assert!((bar(&harness, "1.1 ").rect().center().x - edge.x).abs() < 26.0, "it stays under the hand");
}

#[test]
fn the_end_of_a_link_takes_the_rows_along() {
    let mut harness = Stage::new(large(300), PAGE).open(1300.0, 700.0);
    harness.run();
    let rect = bar(&harness, "1.2 ").rect();
    let from = pos2(rect.right() + 6.0, rect.center().y);
    let last = harness.query_all_by(|n| n.role() == Role::Slider).count();
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + vec2(20.0, 100.0));
    harness.run_steps(2);
    harness.hover_at(pos2(from.x + 20.0, 698.0));
    harness.run_steps(16);
    let below = format!("1.{} ", last + 3);
    harness.hover_at(from + vec2(20.0, 60.0));
    harness.run_steps(4);
    let target = bar(&harness, &below).rect().center();
    harness.hover_at(target);
    harness.run_steps(2);
    harness.drop_at(target);
    harness.run_steps(4);
    let plan = harness.state().plan();
    let id = Id::from_bits(1000 + u64::try_from(last).unwrap() + 2);
    let after = &plan.activities.get(id).unwrap().after;
    assert!(after.iter().any(|link| link.activity == Id::from_bits(1001)), "{after:?}");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn today_has_its_line_and_a_way_to_it_while_the_plan_runs() {
    let mut harness = open(plan());
    assert!(harness.query_by_label("Today").is_none(), "the plan begins later");
    let mut stage = Stage::new(plan(), PAGE);
    stage.today = "2017-12-20".parse().unwrap();
    harness = stage.open(1300.0, 700.0);
    harness.run();
    let line = |harness: &Harness<'_, Stage>| {
        harness.query_by_label("Today, 20 December 2017").map(|node| node.rect().center().x)
    };
    assert!(line(&harness).is_some());
    // Two days into the bar that begins on the 18th.
    let expected = left(&harness, "2.1.2 ") + 2.0 + 2.0 * per_day(&harness);
    assert!((line(&harness).unwrap() - expected).abs() < 1.0);
    field(&harness, "1.1, Activity").focus();
    harness.run();
    click(&mut harness, "days");
    assert!(line(&harness).is_none());
    click(&mut harness, "Today");
    assert!(line(&harness).is_some());
}
