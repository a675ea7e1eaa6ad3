//! Words, sentences and hard cases of each language.

/// A script as the tests go through them.
pub(in crate::text) struct Script {
    pub language: &'static str,
    /// ISO 15924.
    pub code: &'static str,
    /// Each is written in this script alone, so that one face draws all of it.
    pub words: &'static [&'static str],
    pub sentences: &'static [&'static str],
    /// What a person types, key by key, to be used in random edits.
    pub keys: &'static [&'static str],
}

pub(in crate::text) const SCRIPTS: &[Script] = &[
    Script {
        language: "English",
        code: "Latn",
        words: &["plan", "office", "fjord", "AVATAR", "naïve"],
        sentences: &[
            "Small firms in the north get loans at 4.5 % (since 2017); see https://example.org/a-b?c=d or write to a.b@example.org.",
        ],
        keys: &["a", "b", "W", "V", "fi", ".", " ", " ", "é", "1", "-"],
    },
    Script {
        language: "Vietnamese",
        code: "Latn",
        words: &["hoạch", "động", "ễ", "nghiệp", "ê\u{303}", "e\u{302}\u{303}", "Việt"],
        sentences: &["Kế hoạch hành động hỗ trợ doanh nghiệp nhỏ và vừa giai đoạn 2017–2018."],
        keys: &["ế", "h", "ạ", "đ", "e", "\u{302}", "\u{303}", " ", "ư", "ợ", "n"],
    },
    Script {
        language: "Bengali",
        code: "Beng",
        words: &["কো", "ক্ষ", "র‍্য", "কর্মপরিকল্পনা", "ক্ষেত্র", "বাংলাদেশ", "স্ত্রী", "২০১৮"],
        sentences: &["ক্ষুদ্র ও মাঝারি শিল্পের উন্নয়নে কর্মপরিকল্পনা (২০১৮) তৈরি করা হয়েছে।"],
        keys: &["ক", "ো", "্", "ষ", "র", "\u{200D}", "য", " ", "ি", "২", "।"],
    },
    Script {
        language: "Dzongkha",
        code: "Tibt",
        words: &["འབྲུག་ཡུལ", "རྫོང་ཁ", "བསྒྲུབས", "སྤྱོད", "ཧྲཱི", "༢༠༡༨"],
        sentences: &["འབྲུག་གཞུང་གིས་བཟོ་གྲྭ་ཆུང་ཀུ་དང་འབྲིང་གི་དོན་ལུ་འཆར་གཞི་བཟོ་ནུག །"],
        keys: &["ཀ", "ྲ", "ུ", "་", "ས", "ྒ", "ི", "།", " ", "ང"],
    },
    Script {
        language: "Lao",
        code: "Laoo",
        words: &["ນ້ຳ", "ນຳ", "ສະບາຍດີ", "ວິສາຫະກິດ", "ແຜນ", "ຂະໜາດ", "໒໐໑໘"],
        sentences: &["ແຜນດຳເນີນງານສົ່ງເສີມວິສາຫະກິດຂະໜາດນ້ອຍແລະກາງໃນປີ 2018 ທີ່ນະຄອນຫຼວງວຽງຈັນ"],
        keys: &["ກ", "ນ", "້", "ຳ", "ິ", "ແ", "ລ", " ", "໒", "ົ"],
    },
    Script {
        language: "Burmese",
        code: "Mymr",
        words: &["ကျွန်ုပ်", "အင်္ဂါ", "မြန်မာ", "စီးပွားရေး", "ဩဂုတ်", "၂၀၁၈", "သ္မီး"],
        sentences: &["အသေးစားနှင့်အလတ်စားစီးပွားရေးလုပ်ငန်းများဖွံ့ဖြိုးတိုးတက်ရေးအတွက်လုပ်ငန်းစဉ်ကို၂၀၁၈ခုနှစ်တွင်ရေးဆွဲသည်။"],
        keys: &["က", "ျ", "ွ", "န", "်", "ု", "င", "္", "ဂ", " ", "ေ", "။"],
    },
    Script {
        language: "Nepali",
        code: "Deva",
        words: &["क्ष्य", "र्‍", "कार्यक्रम", "उद्योग", "गर्‍यो", "द्ध्र्य", "२०७४"],
        sentences: &["साना तथा मझौला उद्योगको विकासका लागि कार्ययोजना (२०७४) तयार गरियो।"],
        keys: &["क", "्", "ष", "य", "र", "\u{200D}", "ि", "ो", " ", "।", "२"],
    },
    Script {
        language: "Sinhala",
        code: "Sinh",
        words: &["කො", "ශ්‍රී", "කොළඹ", "ක්‍ෂ", "කර්මාන්ත", "ව්‍යාපාර", "සැලැස්ම"],
        sentences: &["කුඩා හා මධ්‍ය පරිමාණ ව්‍යාපාර සංවර්ධනය සඳහා ක්‍රියාකාරී සැලැස්ම 2018 දී සකස් කරන ලදී."],
        keys: &["ක", "ො", "ශ", "්", "\u{200D}", "ර", "ී", " ", "ළ", "."],
    },
    Script {
        language: "Tamil",
        code: "Taml",
        words: &["கொ", "ஸ்ரீ", "திட்டம்", "தொழில்", "கௌ", "க்ஷ", "நிறுவனங்கள்"],
        sentences: &["சிறு மற்றும் நடுத்தர தொழில்களுக்கான செயல் திட்டம் (2018) தயாரிக்கப்பட்டது."],
        keys: &["க", "ொ", "ஸ", "்", "ர", "ீ", "ட", " ", ".", "ி"],
    },
    Script {
        language: "Persian and Dari",
        code: "Arab",
        words: &["می‌خواهم", "لا", "کـــتاب", "برنامه", "اللّٰه", "پژوهش", "افغانستان"],
        sentences: &[
            "برنامهٔ اقدام (SME) برای صنایع کوچک در سال ۱۳۹۷؛ نشانی: a.b@example.org و https://example.org/a است.",
        ],
        keys: &["س", "ل", "ا", "م", "\u{200C}", "ی", " ", "(", ")", "۱", "2", "a", "ّ", "،"],
    },
    Script {
        language: "Pashto",
        code: "Arab",
        words: &["ښار", "ځوان", "ې", "پښتو", "څوک", "ګټه", "ړومبی"],
        sentences: &["د کوچنیو او منځنیو صنعتونو د پراختیا لپاره د ۱۳۹۷ کال د کړنو پلان."],
        keys: &["ښ", "ځ", "ې", "ل", "ا", " ", "ټ", "۱", ".", "و"],
    },
    Script {
        language: "Urdu",
        code: "Arab",
        words: &["بڑی", "ے", "ہے", "پاکستان", "منصوبہ", "گھر", "چھوٹے"],
        sentences: &["چھوٹی اور درمیانی صنعتوں کے لیے عملی منصوبہ (2018) تیار کیا گیا ہے۔"],
        keys: &["ہ", "ے", "ڑ", "ی", "ل", "ا", " ", "۔", "2", "ں"],
    },
];

/// Texts that mix what is hard.
pub(in crate::text) const MIXED: &[&str] = &[
    "",
    " ",
    "a",
    "سلام (دنیا) 2026/01/31 خوب",
    "The word سلام means peace, and «می‌خواهم» means I want.",
    "قیمت: 1,250.50 دالر (٪12) – تماس: +93 70 000 0000",
    "نشانی https://example.org/راه?x=1 است",
    "১২ (twelve) ও ۱۲ و ໑໒",
    "Family 👨‍👩‍👧‍👦, flags 🇱🇦🇧🇩, heart ❤️, thumb 👍🏽, key 1️⃣.",
    "a\u{2068}سلام\u{2069}b \u{202E}abc\u{202C} d",
    "tab\there, soft\u{AD}hyphen, zero\u{200B}width, e\u{301}",
    "lines\r\nand\nmore\n",
    "\u{301}starts with a mark, \u{93F} and another",
    "ليس؟ (نعم) [لا] {ربما} <كذا>",
    "∑ → ✔ ⭐ €",
];

/// What no shipped face has: only a font of the system can draw it.
pub(in crate::text) const FOREIGN: &[&str] = &["ⵣ ถ 漢 שלום", "a שלום b", "سلام שלום"];
