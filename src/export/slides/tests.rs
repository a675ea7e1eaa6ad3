//! Slides and the sheet of the jury, on worked plans, on full ones and on those of strangers.

use super::*;
use crate::{
    analysis::Derived,
    export::{
        Format, Options, ShippedVoice, export, pdf,
        tests::{
            HOSTILE,
            fixture::{SENTENCES, lang, table, usual, voice, with_source},
            hostile_plan, squeezed,
        },
        typst_world::{Template, Typeset},
    },
    locale::{Interface, Words},
    pack::Packs,
    plan::*,
};

/// Runs a test over every worked plan, in each of its languages and in all.
fn with_examples(test: impl Fn(&str, &Source<'_>)) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let packs = Packs::builtin();
    for path in paths {
        let plan = crate::file::read(&std::fs::read(&path).unwrap()).unwrap().plan;
        let derived = Derived::new(&plan);
        let langs = plan.languages().iter().cloned().map(Some).chain([None]);
        for lang in langs {
            let spoken = lang.as_ref().and_then(|l| Interface::from_tag(l.as_str()));
            let words = Words::new(spoken.unwrap_or(Interface::English));
            let voice = ShippedVoice::new(words, &packs, &plan);
            let name = format!("{} {lang:?}", path.file_stem().unwrap().to_string_lossy());
            let options = Options { lang, ..Options::on("2017-08-09".parse().unwrap()) };
            let source =
                Source { plan: &plan, derived: &derived, voice: &voice, checks: &[], options: &options };
            test(&name, &source);
        }
    }
}

/// Every page is 16 to 9, one a slide, with large letters.
fn holds(name: &str, deck: &Deck, drawn: &Typeset) {
    assert_eq!(drawn.pages, deck.slides.len(), "{name}: a page a slide");
    assert!(drawn.sizes.iter().all(|(w, h)| (w * 9.0 - h * 16.0).abs() < 0.01), "{name}: {:?}", drawn.sizes);
    assert!(drawn.smallest >= 17.99, "{name}: letters of {} points", drawn.smallest);
}

#[test]
fn every_worked_plan_makes_a_talk_of_a_reasonable_length() {
    with_examples(|name, source| {
        let deck = Deck::new(source, Light::Paper);
        let drawn = pdf::drawn_slides(Template::Slides, source);
        holds(name, &deck, &drawn);
        assert!((10..=20).contains(&deck.slides.len()), "{name}: {} slides", deck.slides.len());
        use Kind as K;
        for kind in [
            K::Title,
            K::Problem,
            K::Lessons,
            K::Way,
            K::Matrix,
            K::Operation,
            K::Budget,
            K::Risks,
            K::Ask,
            K::Thanks,
        ] {
            assert!(deck.slides.iter().any(|s| s.kind == kind), "{name}: {kind:?}");
        }
        assert!(deck.slides.iter().all(|s| !s.notes.is_empty()), "{name}");
        assert_eq!(drawn.unknown_signs, 0, "{name}");
        // What stands in the model stands on the page, unless the page had to shorten it once more.
        let page = squeezed(&drawn.drawn.concat());
        let said: Vec<_> = deck.slides.iter().flat_map(Slide::said).collect();
        let words = said.iter().flat_map(|line| line.split_whitespace());
        let (all, lost): (Vec<_>, Vec<_>) =
            words.partition(|w| page.contains(&squeezed(&w.replace('\u{200b}', ""))));
        // Of a Burmese syllable with a vowel above, the typesetter writes the text twice; it is drawn once.
        if source.options.lang.as_ref().is_some_and(|l| l.as_str() == "my") {
            return;
        }
        assert!(lost.len() * 25 <= all.len(), "{name}: {} of {} words: {lost:?}", lost.len(), all.len());
    });
}

#[test]
fn slides_notes_and_the_sheet_of_the_jury_are_accessible_and_archival() {
    with_examples(|name, source| {
        for format in [Format::Slides, Format::Handout, Format::Jury] {
            let pdf = export(source, format).unwrap().bytes;
            let text = String::from_utf8_lossy(&pdf);
            for part in ["pdfuaid:part", "pdfaid:part", "/Lang", "/StructTreeRoot"] {
                assert!(text.contains(part), "{name} {format:?}: {part}");
            }
        }
    });
}

#[test]
fn every_script_stands_on_a_slide_with_all_its_signs() {
    let voice = voice("en");
    for (tag, sentence) in SENTENCES {
        with_source(&usual(tag), &voice, |s| {
            let options = Options { lang: Some(lang(tag)), ..s.options.clone() };
            let source = Source { options: &options, ..*s };
            let deck = Deck::new(&source, Light::Paper);
            assert_eq!(deck.rtl, lang(tag).is_rtl(), "{tag}");
            let drawn = pdf::drawn_slides(Template::Slides, &source);
            holds(tag, &deck, &drawn);
            assert_eq!(drawn.unknown_signs, 0, "{tag}");
            let page = squeezed(&drawn.drawn.concat());
            for word in sentence.split(' ').map(|w| w.trim_matches(['(', ')', '%', ','])) {
                assert!(page.contains(&squeezed(word)), "{tag}: {word}");
            }
        });
    }
}

#[test]
fn a_hostile_plan_stays_text_and_stays_on_its_slides() {
    let voice = voice("en");
    for text in [HOSTILE.to_owned(), HOSTILE.repeat(30), "weaving".repeat(20_000), "ଏ\n".repeat(900)] {
        let plan = hostile_plan(&text);
        let criteria =
            (1..40).map(|n| Criterion { name: Text::english(&text), ..Criterion::new(Id::from_bits(n)) });
        let plan = Plan { criteria: table(criteria), ..plan };
        with_source(&plan, &voice, |s| {
            let deck = Deck::new(s, Light::Paper);
            let drawn = pdf::drawn_slides(Template::Slides, s);
            holds("hostile", &deck, &drawn);
            assert!(deck.slides.len() <= 20 && !drawn.drawn.concat().contains("root:"));
            assert_eq!(pdf::drawn_slides(Template::Jury, s).pages, 1, "{}", text.len());
            assert!(pdf::drawn_slides(Template::Handout, s).pages >= 3);
        });
    }
}

#[test]
fn the_same_plan_makes_the_same_slides_in_a_dark_room() {
    let voice = voice("en");
    with_source(&usual("ne"), &voice, |s| {
        let (paper, room) = (Deck::new(s, Light::Paper), Deck::new(s, Light::Room));
        assert_eq!(Deck { dark: false, ..room }, paper);
        let show = Show::new(s).unwrap();
        let first = show.picture(0, 640).unwrap();
        assert_eq!((first.width, first.height, first.rgba.len()), (640, 360, 640 * 360 * 4));
        assert!(first == show.picture(0, 640).unwrap() && first != show.picture(1, 640).unwrap());
        assert!(show.picture(show.slides().len(), 640).is_none());
        // The paper of a dark room: the corner of a slide.
        assert_eq!(show.picture(1, 640).unwrap().rgba[..3], [0x14, 0x17, 0x1D]);
    });
}

#[test]
fn what_a_slide_shortens_stands_in_full_in_its_notes() {
    let (voice, plan) = (voice("en"), usual("ne"));
    let long = "Weavers sell single pieces to traders at half of the shop price, since ".repeat(9);
    let mut context = Context::clone(&plan.context);
    context.problem = Text::english(&long);
    let plan = Plan { context: std::sync::Arc::new(context), cards: Table::default(), ..plan };
    with_source(&plan, &voice, |s| {
        let deck = Deck::new(s, Light::Paper);
        let slide = deck.slides.iter().find(|s| s.kind == Kind::Problem).unwrap();
        assert!(slide.lead[0].text.ends_with('\u{2026}') && slide.lead[0].text.chars().count() < 200);
        assert!(slide.notes.iter().any(|l| l.text == long.trim_end()));
        let exported = export(s, Format::Slides).unwrap();
        assert!(exported.notes.contains(&crate::export::ExportNote::Shortened));
        // What may get shorter where it is laid out is there as well; nobody is told of what was not cut.
        let way = deck.slides.iter().find(|s| s.kind == Kind::Way).unwrap();
        assert!(way.notes.iter().any(|l| l.text == way.lead[0].text) || way.lead[0].text.len() < 57);
        let handout = squeezed(&pdf::drawn_slides(Template::Handout, s).drawn.concat());
        assert!(handout.matches("Weaverssellsinglepieces").count() >= 9);
    });
}

#[test]
fn nothing_that_has_no_room_on_a_slide_is_lost_to_the_speaker() {
    let (voice, plan) = (voice("en"), usual("ne"));
    let text = |what: &str, n: u64| Text::english(&format!("{what} number {n}."));
    let rating = |n: u64| Rating::new(u8::try_from(n % 5 + 1).unwrap());
    let lessons = (1..=9).map(|n| Lesson {
        saw: text("Seen", n),
        adapt: text("Adapted", n),
        ..Lesson::new(Id::from_bits(n))
    });
    let risks = (1..=7).map(|n| Risk {
        event: text("Risk", n),
        treatment: text("Treatment", n),
        likelihood: rating(n),
        impact: rating(n),
        ..Risk::new(Id::from_bits(n))
    });
    let team = (1..=7).map(|n| Member {
        name: format!("Member number {n}.").as_str().into(),
        role: text("Role", n),
        ..Member::new(Id::from_bits(n))
    });
    let indicators = (1..=4).map(|n| Indicator {
        of: ResultRef::Purpose,
        text: text("Indicator", n),
        ..Indicator::new(Id::from_bits(n))
    });
    let first: Day = "2017-09-01".parse().unwrap();
    let activities = (1..=30).map(|n| Activity {
        name: text("Activity", n),
        start: Some(first),
        finish: Some(first),
        ..Activity::new(Id::from_bits(n))
    });
    let core = Card { kind: Some(CardKind::Core), problem: text("Core", 0), ..Card::new(Id::from_bits(1)) };
    let causes = (1..=11).map(|n| Card {
        kind: Some(CardKind::Cause),
        parent: Some(core.id),
        problem: text("Cause", n),
        ..Card::new(Id::from_bits(n + 1))
    });
    let cards = table([core.clone()].into_iter().chain(causes));
    let plan = Plan {
        cards,
        lessons: table(lessons),
        risks: table(risks),
        team: table(team),
        indicators: table(indicators),
        activities: table(activities),
        ..plan
    };
    with_source(&plan, &voice, |s| {
        let deck = Deck::new(s, Light::Paper);
        let known: Vec<_> = deck
            .slides
            .iter()
            .flat_map(|slide| slide.said().chain(slide.notes.iter().map(|l| l.text.clone())))
            .map(|line| line.replace('\u{200b}', ""))
            .collect();
        let all = [
            ("Seen", 9),
            ("Adapted", 9),
            ("Risk", 7),
            ("Treatment", 7),
            ("Member", 7),
            ("Role", 7),
            ("Indicator", 4),
            ("Activity", 30),
            ("Cause", 11),
        ];
        for (what, count) in all {
            for n in 1..=count {
                let wanted = format!("{what} number {n}.");
                assert!(known.iter().any(|line| line.contains(&wanted)), "{wanted}");
            }
        }
        // What belongs to a slide stands in the notes of that slide.
        let lessons: Vec<_> = deck.slides.iter().filter(|slide| slide.kind == Kind::Lessons).collect();
        let notes = |i: usize| lessons[i].notes.iter().any(|line| line.text == "Seen number 9.");
        assert!(lessons.len() == 2 && !notes(0) && notes(1));
    });
}

#[test]
fn the_pages_of_a_handout_are_counted_from_left_to_right_in_every_layout() {
    let (voice, plan) = (voice("en"), usual("fa"));
    with_source(&plan, &voice, |s| {
        let options = Options { lang: Some(lang("fa")), ..s.options.clone() };
        let drawn = pdf::drawn_slides(Template::Handout, &Source { options: &options, ..*s });
        let counted = format!("1/{}", drawn.pages);
        let runs: Vec<_> = drawn.drawn.iter().map(|run| squeezed(run)).collect();
        assert!(runs.concat().contains(&counted), "{counted}");
    });
}

#[test]
fn who_hears_a_slide_is_told_who_pays() {
    let (voice, plan) = (voice("en"), usual("ne"));
    with_source(&plan, &voice, |s| {
        let deck = Deck::new(s, Light::Room);
        let slide = deck.slides.iter().find(|slide| slide.kind == Kind::Budget).unwrap();
        let said: Vec<_> = slide.said().collect();
        assert!(said.contains(&"Who pays".to_owned()), "{said:?}");
        let own = format!("{}: NPR\u{a0}850,000 (63%)", voice.words.get(FundSource::Own.words()));
        assert!(said.contains(&own), "{said:?}");
    });
}

#[test]
fn the_sheet_of_the_jury_has_the_criteria_of_the_plan_or_a_suggestion_that_says_so() {
    let (voice, plan) = (voice("en"), usual("ne"));
    with_source(&plan, &voice, |s| {
        let sheet = Sheet::new(s);
        assert_eq!(sheet.rows.len(), SUGGESTED_CRITERIA.len());
        assert_eq!(sheet.total, "Sum, at most 100");
        assert!(sheet.remarks[0].contains("suggestion of the program"));
    });
    let criterion = |n, name: &str, weight| Criterion {
        name: Text::english(name),
        weight,
        ..Criterion::new(Id::from_bits(n))
    };
    let own = [criterion(1, "Is it useful", None), criterion(2, "Is it fun", None)];
    let plan = Plan { criteria: table(own), ..plan };
    with_source(&plan, &voice, |s| {
        let sheet = Sheet::new(s);
        assert!(!sheet.is_weighted && sheet.remarks.is_empty() && sheet.total == "Sum, at most 10");
        let drawn = pdf::drawn_slides(Template::Jury, s);
        assert_eq!(drawn.pages, 1);
        assert!(squeezed(&drawn.drawn.concat()).contains("Isitfun"));
    });
    assert_eq!(SUGGESTED_CRITERIA.iter().map(|(_, weight)| u32::from(*weight)).sum::<u32>(), 100);
}

#[test]
fn the_suggested_criteria_are_in_the_languages_of_the_plan() {
    let words = Words::new(Interface::Indonesian);
    let both = suggested_criteria(&[lang("en"), lang("id"), lang("ne")], &words);
    assert_eq!(both[0].0.iter().count(), 2);
    assert!(both[0].0.get(&lang("en")).raw().starts_with("The problem"));
    let neither = suggested_criteria(&[lang("ne")], &words);
    assert!(neither[0].0.get(&lang("ne")).raw().starts_with("Masalahnya"));
}

#[test]
fn every_word_of_slides_is_there_in_english_and_indonesian() {
    let sources = [
        include_str!("mod.rs"),
        include_str!("content.rs"),
        include_str!("jury.rs"),
        include_str!("../report/matrix.rs"),
    ];
    let quoted = sources.iter().flat_map(|s| s.split('"').skip(1).step_by(2));
    let keys: std::collections::BTreeSet<_> = quoted
        .filter(|s| ["slides-", "jury-", "report-", "brief-"].iter().any(|p| s.starts_with(p)))
        .collect();
    assert!(keys.len() > 60, "{} keys", keys.len());
    for voice in [voice("en"), voice("id")] {
        assert!(
            keys.iter().all(|key| voice.words.has(key)),
            "{:?}",
            keys.iter().find(|key| !voice.words.has(key))
        );
    }
}
