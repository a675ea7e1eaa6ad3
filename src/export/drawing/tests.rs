//! Tests of drawings: everything within its sheet, nothing over another card, words within their room as typst lays them out.

use super::{Part, Room, Scene, Shape, gantt, tree};
use crate::{
    export::{
        Options, Report, Source,
        report::speech::Speech,
        tests::{
            fixture::{day, id, lang, table, usual, voice, with_source},
            paper::examples,
            squeezed,
        },
        typst_world,
    },
    plan::{Activity, Card, CardKind, Id, Lang, Plan, Text, sample},
};
use typst::layout::{Frame, FrameItem, Point};

/// All scenes of a plan, in one language or in all of them.
fn scenes(plan: &Plan, only: Option<&Lang>) -> Vec<Scene> {
    let voice = voice("en");
    with_source(plan, &voice, |s| {
        let options = Options { lang: only.cloned(), ..s.options.clone() };
        let source = Source { options: &options, ..*s };
        let speech = Speech::new(&source);
        let trees = [Part::Problem, Part::Objective].into_iter().flat_map(|p| tree(&speech, p, Room::PAGE));
        trees.chain(gantt(&speech, Room::PAGE)).collect()
    })
}

fn problems(plan: &Plan) -> Vec<Scene> {
    let voice = voice("en");
    with_source(plan, &voice, |s| tree(&Speech::new(s), Part::Problem, Room::PAGE))
}

fn written(scenes: &[Scene]) -> String {
    let shapes = scenes.iter().flat_map(|scene| &scene.shapes);
    let words = shapes.filter_map(|shape| match shape {
        Shape::Words { lines, .. } => Some(lines),
        _ => None,
    });
    words.flatten().map(|l| format!("{} {}\n", l.lead, l.text)).collect()
}

fn is_sound(scenes: &[Scene], of: &str) {
    for (n, scene) in scenes.iter().enumerate() {
        let most = if n == 0 { Room::PAGE.first.max(Room::PAGE.others) } else { Room::PAGE.others };
        assert!(scene.width <= Room::PAGE.width && scene.height <= most, "{of}: {} high", scene.height);
        for shape in &scene.shapes {
            match shape {
                Shape::Box { at, .. } | Shape::Words { at, .. } => {
                    let inside = at.x >= -0.1
                        && at.y >= -0.1
                        && at.x + at.width <= scene.width + 0.1
                        && at.y + at.height <= scene.height + 0.1;
                    assert!(inside, "{of}: {at:?} in {} x {}", scene.width, scene.height);
                }
                Shape::Path { points, .. } | Shape::Area { points, .. } => {
                    assert!(points.iter().flatten().all(|n| n.is_finite()), "{of}");
                }
            }
            if let Shape::Words { lines, size, .. } = shape {
                let soft = lines.iter().any(|l| l.tone == crate::export::report::Tone::Soft);
                assert!(size * if soft { 0.92 } else { 1.0 } >= 6.5, "{of}: {size}");
            }
        }
    }
}

/// Every run of text stands within each of the frames around it.
fn words_fit(frame: &Frame, of: &str) {
    fn walk(frame: &Frame, at: Point, around: &mut Vec<(Point, Point)>, of: &str) {
        around.push((at, at + frame.size().to_point()));
        for (by, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, at + *by, around, of),
                FrameItem::Text(text) => {
                    let (base, end) = (at + *by, at + *by + Point::with_x(text.width()));
                    for (from, to) in around.iter() {
                        let fits = base.y >= from.y
                            && base.y.to_pt() <= to.y.to_pt() + 0.1
                            && base.x.to_pt() >= from.x.to_pt() - 0.5
                            && end.x.to_pt() <= to.x.to_pt() + 0.5;
                        assert!(fits, "{of}: {} at {base:?} outside {from:?} to {to:?}", text.text);
                    }
                }
                _ => {}
            }
        }
        around.pop();
    }
    walk(frame, Point::zero(), &mut Vec::new(), of);
}

/// Somebody reads a tree at one glance, in all its languages.
#[test]
fn each_tree_of_the_examples_stands_on_one_page() {
    for (name, plan) in examples() {
        let voice = voice("en");
        with_source(&plan, &voice, |s| {
            for part in [Part::Problem, Part::Objective] {
                assert_eq!(tree(&Speech::new(s), part, Room::PAGE).len(), 1, "{name}: {part:?}");
            }
        });
    }
}

#[test]
fn words_keep_within_their_room_in_every_script() {
    let voice = voice("en");
    for (name, plan) in examples() {
        let languages = plan.languages().to_vec();
        for only in languages.iter().map(Some).chain([None]) {
            for nastaliq in [false, true] {
                with_source(&plan, &voice, |s| {
                    let options = Options { lang: only.cloned(), nastaliq, ..s.options.clone() };
                    let source = Source { options: &options, ..*s };
                    let report = Report::new(&source);
                    let scenes: Vec<_> = report.scenes().cloned().collect();
                    is_sound(&scenes, &name);
                    let pages =
                        typst_world::drawn_pages(crate::export::pdf::drawings(&report).unwrap(), &options);
                    assert_eq!(pages.len(), scenes.len(), "{name}: a page a drawing");
                    pages.iter().for_each(|page| words_fit(page, &name));
                });
                if !languages.iter().any(|l| l.as_str() == "ur") {
                    break;
                }
            }
        }
    }
}

#[test]
fn every_card_and_activity_of_the_examples_is_drawn() {
    for (name, plan) in examples() {
        let primary = &plan.languages()[0];
        let all = squeezed(&written(&scenes(&plan, Some(primary))));
        assert!(!plan.cards.is_empty() && !plan.activities.is_empty());
        let cards = plan.cards.iter().filter(|c| c.parent.is_some() || c.kind.is_some());
        let texts =
            cards.flat_map(|c| [&c.problem, &c.objective]).chain(plan.activities.iter().map(|a| &a.name));
        for text in texts.map(|text| squeezed(text.get(primary).raw())).filter(|t| !t.is_empty()) {
            let begins: String = text.chars().take(60).collect();
            assert!(all.contains(&begins), "{name}: {text}");
        }
    }
}

fn card(n: u64, kind: CardKind, parent: Option<u64>, words: &str) -> Card {
    Card { kind: Some(kind), parent: parent.map(id), problem: Text::english(words), ..Card::new(id(n)) }
}

#[test]
fn a_small_tree_is_one_sheet_with_the_core_between_effects_and_causes() {
    let cards = [
        card(1, CardKind::Core, None, "Prices of paper fall"),
        card(2, CardKind::Cause, Some(1), "Sheets are uneven"),
        card(3, CardKind::Effect, Some(1), "Families leave the craft"),
    ];
    let scenes = problems(&Plan { cards: table(cards), ..usual("ne") });
    assert_eq!(scenes.len(), 1);
    let top = |words: &str| {
        scenes[0].shapes.iter().find_map(|shape| match shape {
            Shape::Words { at, lines, .. } if lines[0].text == words => Some(at.y),
            _ => None,
        })
    };
    let [effect, core, cause] =
        ["Families leave the craft", "Prices of paper fall", "Sheets are uneven"].map(|w| top(w).unwrap());
    assert!(effect < core && core < cause, "{effect} {core} {cause}");
    assert!(scenes[0].alt.starts_with("Problem tree, drawn"), "{}", scenes[0].alt);
}

#[test]
fn a_large_tree_goes_on_over_sheets_and_loses_no_card() {
    let mut cards = vec![card(1, CardKind::Core, None, "Core of all")];
    // Nine branches, each a chain of nine and a fan of five.
    for branch in 0..9u64 {
        let mut above = 1;
        for n in 0..9 {
            let me = 100 + branch * 20 + n;
            cards.push(card(
                me,
                CardKind::Cause,
                Some(above),
                &format!("Chain {branch}-{n} {}", "weaving ".repeat(9)),
            ));
            above = me;
        }
        for n in 9..14 {
            let me = 100 + branch * 20 + n;
            cards.push(card(me, CardKind::Cause, Some(above), &format!("Fan {branch}-{n}")));
        }
    }
    let plan = Plan { cards: table(cards.iter().cloned()), ..usual("ne") };
    let scenes = problems(&plan);
    is_sound(&scenes, "large");
    assert!((3..40).contains(&scenes.len()), "{} sheets", scenes.len());
    let all = squeezed(&written(&scenes));
    for card in &cards {
        let words = squeezed(card.problem.get(&Lang::english()).raw());
        assert!(all.contains(&words), "{words}");
    }
    assert!(scenes[1].alt.ends_with(&format!("(2/{})", scenes.len())));
}

#[test]
fn any_plan_can_be_drawn() {
    for seed in 0..12 {
        let plan = sample::plan(seed, 600);
        is_sound(&scenes(&plan, None), &format!("seed {seed}"));
    }
}

#[test]
fn a_layout_from_right_to_left_is_the_mirror_of_the_other() {
    let plan = usual("fa");
    let mirrored = scenes(&plan, Some(&lang("fa")));
    let plain = scenes(&plan, Some(&lang("en")));
    let first = |scenes: &[Scene]| {
        let scene = scenes.last().unwrap();
        let bars = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Box { at, fill: super::Ink::Bar, .. } => Some((at.x, at.width, scene.width)),
            _ => None,
        });
        bars.collect::<Vec<_>>()
    };
    let (left, right) = (first(&plain), first(&mirrored));
    assert!(!left.is_empty() && left.len() == right.len());
    for (a, b) in left.iter().zip(&right) {
        assert!((a.0 + a.1 + b.0 - a.2).abs() < 0.1, "{a:?} {b:?}");
    }
}

#[test]
fn many_activities_go_on_with_the_months_above_them() {
    let start = day("2017-09-01");
    let activities = (0..200u64).map(|n| Activity {
        name: Text::english(&format!("Activity {n}")),
        start: start.checked_add(jiff::Span::new().days(i64::try_from(n).unwrap())).ok(),
        finish: start.checked_add(jiff::Span::new().days(i64::try_from(n + 20).unwrap())).ok(),
        after: n
            .checked_sub(1)
            .map(|before| crate::plan::After { activity: id(before + 1), lag_days: 0 })
            .into_iter()
            .collect(),
        ..Activity::new(Id::from_bits(n + 1))
    });
    let plan = Plan { activities: table(activities), ..Plan::new(id(1)) };
    let scenes = scenes(&plan, None);
    is_sound(&scenes, "many");
    assert!((6..12).contains(&scenes.len()), "{}", scenes.len());
    for scene in &scenes {
        let words = written(std::slice::from_ref(scene));
        assert!(words.contains("2017") && words.contains("Nov") && words.contains("Activity"), "{words}");
    }
}

#[test]
fn a_chart_that_goes_on_does_so_with_a_whole_output() {
    let mut further = 0;
    for (name, plan) in examples() {
        for lang in plan.languages() {
            let voice = voice("en");
            let charts = with_source(&plan, &voice, |s| {
                let options = Options { lang: Some(lang.clone()), ..s.options.clone() };
                let source = Source { options: &options, ..*s };
                gantt(&Speech::new(&source), Room::PAGE)
            });
            for chart in charts.iter().skip(1) {
                further += 1;
                let leads = chart.shapes.iter().filter_map(|shape| match shape {
                    Shape::Words { lines, .. } => {
                        lines.first().map(|l| l.lead.as_str()).filter(|l| !l.is_empty())
                    }
                    _ => None,
                });
                let leads: Vec<_> = leads.collect();
                assert!(leads.len() > 2 && !leads[0].contains('.'), "{name} in {lang:?}: {leads:?}");
            }
        }
    }
    assert!(further > 0, "one chart at least goes on");
}
