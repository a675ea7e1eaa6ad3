//! A voice over the words that ship, and plans for the tests of every format.

use crate::{
    analysis::Derived,
    export::{OpenCheck, Options, ShippedVoice, Source, Weight},
    locale::{Interface, Words, calendar::Calendar},
    pack::Packs,
    plan::*,
};
use std::sync::{Arc, LazyLock};

/// The programme of the usual plan: a short title, so that what fits on a page depends on the plan.
const PROGRAMME: &str = r#"(pack: "programme", key: "smi-2017", title: "Small and medium industry, Yogyakarta 2017",
    learning: [(key: "ovop", kind: "topic", name: "One Village One Product")])"#;

/// The voice that ships, in the interface language with this tag.
pub fn voice(lang: &str) -> ShippedVoice<'static> {
    static PACKS: LazyLock<Packs> = LazyLock::new(|| {
        let (packs, problems) = Packs::builtin().with_user([("smi.ron".to_owned(), PROGRAMME.into())]);
        assert_eq!(problems, []);
        packs
    });
    let words = Words::new(Interface::from_tag(lang).unwrap());
    ShippedVoice { words, packs: &PACKS, grouping: Grouping::Thousands, calendar: Calendar::GREGORIAN }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn lang(tag: &str) -> Lang {
    Lang::new(tag).unwrap()
}

pub fn table<T: Row>(rows: impl IntoIterator<Item = T>) -> Table<T> {
    Table::from_rows(rows).0
}

pub fn id<T>(bits: u64) -> Id<T> {
    Id::from_bits(bits)
}

/// Runs a test over the source of a plan.
pub fn with_source<R>(plan: &Plan, voice: &ShippedVoice<'_>, test: impl FnOnce(&Source<'_>) -> R) -> R {
    let derived = Derived::new(plan);
    let options = Options::on(day("2017-08-09"));
    let checks = [OpenCheck {
        weight: Weight::Warning,
        code: "H4".into(),
        place: "Indicator of the purpose, target".into(),
        message: "The target has no year".into(),
        hint: "Say by when it is reached".into(),
    }];
    test(&Source { plan, derived: &derived, voice, checks: &checks, options: &options })
}

/// What the twelve countries write, one sentence each with Latin letters and digits inside.
pub const SENTENCES: &[(&str, &str)] = &[
    ("ne", "पाल्पामा ढाका बुनाई उद्योगको कार्ययोजना, सन् 2017 (MSME 25 %)"),
    ("bn", "রাজশাহী সিল্কের ক্ষুদ্র ও মাঝারি শিল্পের কর্মপরিকল্পনা ২০১৭ (SME 25 %)"),
    ("si", "කුඩා හා මධ්\u{200d}යම පරිමාණ කර්මාන්ත සඳහා ක්\u{200d}රියාකාරී සැලැස්ම 2017 (NEDA)"),
    ("ta", "சிறு மற்றும் நடுத்தர தொழில்களுக்கான செயல்திட்டம் 2017 (NEDA)"),
    ("lo", "ແຜນປະຕິບັດງານສຳລັບວິສາຫະກິດຂະໜາດນ້ອຍແລະກາງໃນແຂວງຫຼວງພະບາງ 2017 (ODOP)"),
    ("my", "အသေးစားနှင့်အလတ်စားစက်မှုလုပ်ငန်းများအတွက်လုပ်ငန်းစီမံချက် 2017 (SME)"),
    ("dz", "འབྲུག་གི་བཟོ་གྲྭ་ཆུང་བ་དང་འབྲིང་གི་ལས་འཆར་ 2017 (OGOP) ཐིམ་ཕུག་ལུ་འགོ་བཙུགས་དོ།"),
    ("fa", "برنامهٔ عمل کارگاه‌های کوچک قالی‌بافی در سال 2017 (SME 25%) می‌شود"),
    ("prs", "پلان عمل صنایع کوچک دستی در کابل سال 2017 (MSME) می‌باشد"),
    ("ps", "د کوچنیو او منځنیو صنعتونو د عمل پلان په 2017 کال کې (SME)"),
    ("ur", "چھوٹی اور درمیانی صنعتوں کا عملی منصوبہ 2017 (SMEDA) ہے"),
    ("vi", "Kế hoạch hành động cho doanh nghiệp nhỏ và vừa ở làng nghề năm 2017 (OCOP)"),
    ("tpi", "Plen bilong wok bilong ol liklik bisnis long 2017 (SME)"),
    ("id", "Rencana aksi sentra industri kecil dan menengah tahun 2017 (OVOP)"),
];

/// A plan with something in every section, in English and a second language.
pub fn usual(second: &str) -> Plan {
    let (en, other) = (Lang::english(), lang(second));
    let sentence = SENTENCES.iter().find(|(l, _)| *l == second).map_or("", |(_, s)| *s);
    let both = |text: &str| Text::of(&en, text).with(&other, sentence.into());
    let said = Text::english;
    let money = |n: i64| Some(Decimal::from(n));
    let currency = |code: &str| Currency::new(code);
    Plan {
        identity: Arc::new(Identity {
            title: both("Dhaka weaving in Palpa: from single looms to a common brand"),
            country: Country::new("NP"),
            programme: Key::new("smi-2017"),
            organisation: said("Department of Cottage and Small Industries"),
            superior: "Mr Rajan Karki".into(),
            superior_role: said("Director General"),
            start: Some(day("2017-09-01")),
            finish: Some(day("2018-12-31")),
            currency: currency("NPR"),
            languages: vec![en.clone(), other.clone()],
            ..Identity::default()
        }),
        team: table([
            Member {
                name: "Sita Gurung".into(),
                role: said("Section officer"),
                contact: "sita@example.org".into(),
                ..Member::new(id(1))
            },
            Member { name: "Bikash Rai".into(), role: said("Weaver and entrepreneur"), ..Member::new(id(2)) },
        ]),
        context: Arc::new(Context {
            sector: said("Hand-woven textile"),
            place: said("Palpa district, Tansen"),
            target_group: said("120 weaving households, nine in ten led by women"),
            problem: both(
                "Weavers sell single pieces to traders at half of the shop price. Nobody owns a common design, \
                 quality is uneven, and orders above 200 metres cannot be met.",
            ),
            justification: said("The district plan names weaving as its first cluster."),
            sme_definition: said(
                "Small industry: fixed capital up to NPR 100 million (invented for this test)",
            ),
            sme_year: Some(2016),
            sme_as_of: Some(day("2017-07-01")),
            ..Context::default()
        }),
        key_figures: table([KeyFigure {
            label: said("Weaving households in Palpa"),
            value: Some(Decimal::from(1240)),
            unit: said("households"),
            source: "https://example.org/palpa".into(),
            year: Some(2016),
            ..KeyFigure::new(id(1))
        }]),
        lessons: table([Lesson {
            source: Key::new("ovop"),
            day: Some(day("2017-08-02")),
            saw: both("One village works on one product, with one name and shared machines."),
            why: said("The village head, the bank and the shop sit at one table every month."),
            differs: said("Our villages have no shared building and the roads close in the monsoon."),
            adapt: both("A common dye house and one label for Palpa Dhaka."),
            rating: Rating::new(5),
            ..Lesson::new(id(1))
        }]),
        stakeholders: table([
            Stakeholder {
                name: said("Director General of the department"),
                category: Some(StakeholderCategory::DecisionMaker),
                superior: true,
                interest: Some(Level::Medium),
                influence: Some(Level::High),
                affected: said("Answers for the budget line"),
                strategy: said("Brief within two weeks, with one page"),
                ..Stakeholder::new(id(1))
            },
            Stakeholder {
                name: both("Weaving households"),
                category: Some(StakeholderCategory::Beneficiary),
                interest: Some(Level::High),
                influence: Some(Level::Low),
                ..Stakeholder::new(id(2))
            },
        ]),
        matrix: Arc::new(Matrix {
            goal: both("Household income from weaving in Palpa rises"),
            purpose: both(
                "120 households sell Palpa Dhaka under one label at shop prices by the end of 2018",
            ),
            ..Matrix::default()
        }),
        outputs: table([
            Output { text: both("A dye house serves 120 households"), ..Output::new(id(1)) },
            Output { text: said("A registered label is in use"), ..Output::new(id(2)) },
        ]),
        indicators: table([
            Indicator {
                text: both("Average price of a metre at the weaver's door"),
                unit: said("NPR"),
                baseline: money(450),
                baseline_on: Some(day("2017-07-15")),
                target: money(700),
                target_on: Some(day("2018-12-15")),
                milestones: vec![Milestone { on: Some(day("2018-06-15")), value: money(550) }],
                means: said("Sales book of the association"),
                frequency: Some(Frequency::Quarterly),
                responsible: said("Cluster officer"),
                splits: vec![Split::Sex, Split::Place],
                ..Indicator::new(id(1))
            },
            Indicator {
                of: ResultRef::Output(id(1)),
                text: said("Households using the dye house"),
                target: money(120),
                means: said("Register of the dye house"),
                ..Indicator::new(id(2))
            },
        ]),
        assumptions: table([
            Assumption {
                level: Some(MatrixLevel::Outputs),
                text: both("Traders accept written orders"),
                ..Assumption::new(id(1))
            },
            Assumption {
                level: Some(MatrixLevel::Activities),
                text: said("Yarn prices rise by less than a tenth a year"),
                ..Assumption::new(id(2))
            },
        ]),
        preconditions: table([Precondition {
            text: said("The municipality lends the old mill"),
            by: Some(day("2017-10-31")),
            ..Precondition::new(id(1))
        }]),
        inputs: table([Input {
            kind: Some(InputKind::Equipment),
            text: said("Two stainless dye vats"),
            from: Some(FundSource::Own),
            ..Input::new(id(1))
        }]),
        activities: table([
            Activity {
                output: Some(id(1)),
                name: both("Brief the Director General and the district office"),
                start: Some(day("2017-09-10")),
                finish: Some(day("2017-09-20")),
                responsible: said("Sita Gurung"),
                place: said("Kathmandu"),
                learned: vec![Key::new("ovop")],
                adapts: said("One page instead of a meeting of all"),
                ..Activity::new(id(1))
            },
            Activity {
                output: Some(id(1)),
                name: both("Set up the dye house"),
                start: Some(day("2017-11-01")),
                finish: Some(day("2018-04-30")),
                after: vec![After { activity: id(1), lag_days: 0 }],
                responsible: said("Cluster officer"),
                deliverable: said("A running dye house"),
                ..Activity::new(id(2))
            },
            Activity {
                parent: Some(id(2)),
                name: said("Repair the mill"),
                start: Some(day("2017-11-01")),
                finish: Some(day("2018-01-15")),
                ..Activity::new(id(3))
            },
            Activity {
                parent: Some(id(2)),
                name: said("Opening day"),
                milestone: true,
                start: Some(day("2018-04-30")),
                ..Activity::new(id(4))
            },
            Activity {
                output: Some(id(2)),
                name: said("Register the label"),
                start: Some(day("2018-03-01")),
                finish: Some(day("2018-09-30")),
                ..Activity::new(id(5))
            },
        ]),
        budget: table([
            BudgetLine {
                activity: Some(id(3)),
                item: both("Roof and floor of the mill"),
                category: Some(CostCategory::Works),
                quantity: money(1),
                unit: said("lump sum"),
                unit_cost: money(850_000),
                source: Some(FundSource::Own),
                ..BudgetLine::new(id(1))
            },
            BudgetLine {
                activity: Some(id(2)),
                item: said("Dye vat, stainless, 200 litres"),
                category: Some(CostCategory::Equipment),
                quantity: money(2),
                unit: said("pieces"),
                unit_cost: Some("2450.50".parse().unwrap()),
                currency: currency("USD"),
                source: Some(FundSource::Unfunded),
                ..BudgetLine::new(id(2))
            },
            BudgetLine { item: said("Monitoring visits"), ..BudgetLine::new(id(3)) },
        ]),
        rates: table([Rate {
            from: currency("USD"),
            to: currency("NPR"),
            rate: money(103),
            on: Some(day("2017-08-01")),
            source: "Nepal Rastra Bank (invented)".into(),
            ..Rate::new(id(1))
        }]),
        risks: table([Risk {
            event: both("The mill floods in the monsoon"),
            cause: said("It stands beside the river"),
            likelihood: Rating::new(3),
            impact: Rating::new(4),
            owner: said("Cluster officer"),
            treatment: said("Raise the floor by half a metre"),
            by: Some(day("2018-05-31")),
            activity: Some(id(3)),
            ..Risk::new(id(1))
        }]),
        cooperation: table([Cooperation {
            kind: Some(CooperationKind::Need),
            text: said("A trainer for natural dyes"),
            partner: Country::new("ID"),
            institution: said("Centre for Handicraft and Batik, Yogyakarta"),
            form: Some(CooperationForm::Triangular),
            ..Cooperation::new(id(1))
        }]),
        ..Plan::new(id(77))
    }
}
