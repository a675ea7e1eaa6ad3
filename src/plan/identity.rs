//! Who plans what, where, when, in which money and languages.

use super::{Country, Currency, Day, Key, Lang, Text, UserText};

choice! {
    /// How much of the method the team sees.
    Depth = "depth" {
        /// The eighteen short fields of the ITC-ILO format (`domain` 1.1).
        Simple = "simple",
        /// The whole sequence.
        Full = "full",
    }
}

choice! {
    /// A calendar for labels and date fields. The file always stores Gregorian dates.
    CalendarKind = "calendar" {
        /// Gregorian.
        Gregorian = "gregorian",
        /// Solar Hijri, of Iran and Afghanistan.
        SolarHijri = "solar-hijri",
        /// Bikram Sambat, of Nepal.
        BikramSambat = "bikram-sambat",
    }
}

choice! {
    /// A day of the week.
    Weekday = "weekday" {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

choice! {
    /// How dates of activities are shown.
    DateStyle = "date-style" {
        /// As dates.
        Calendar = "calendar",
        /// As months and days after the start of the plan.
        Relative = "relative",
    }
}

choice! {
    /// How digits of large numbers are grouped.
    Grouping = "grouping" {
        /// 12,345,678.
        Thousands = "thousands",
        /// 1,23,45,678 (lakh and crore).
        Lakh = "lakh",
    }
}

/// The first day of a fiscal year: a day of a month in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FiscalStart {
    /// The calendar in which month and day are counted.
    pub calendar: CalendarKind,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

record! {
    /// Identity of the plan.
    Identity, IdentityField, IdentityNames, IDENTITY: Identity = "identity" {
        /// What the plan is called.
        title: Text => Title,
        /// The country the plan is for.
        country: Option<Country> => Country,
        /// The training programme, by its key in a pack.
        programme: Key => Programme,
        /// The body that carries the plan out.
        organisation: Text => Organisation,
        /// The superior at home who decides: the name.
        superior: UserText => Superior,
        /// The superior's post.
        superior_role: Text => SuperiorRole,
        /// First day of the plan.
        start: Option<Day> => Start,
        /// Last day of the plan.
        finish: Option<Day> => Finish,
        /// The currency of amounts that name none.
        currency: Option<Currency> => Currency,
        /// When a fiscal year starts; nothing: 1 January.
        fiscal_start: Option<FiscalStart> => FiscalStart,
        /// The calendar for labels and date fields.
        calendar: Option<CalendarKind> => Calendar,
        /// Days on which nobody works.
        weekend: Vec<Weekday> => Weekend,
        /// The languages of the plan: the primary one first, at most three.
        languages: Vec<Lang> => Languages,
        /// How large numbers are grouped.
        grouping: Option<Grouping> => Grouping,
        /// How dates of activities are shown.
        date_style: Option<DateStyle> => DateStyle,
        /// Simple or full; nothing: simple.
        depth: Option<Depth> => Depth,
        /// DAC sector codes of five digits.
        sectors: Vec<Key> => Sectors,
        /// Targets of the Sustainable Development Goals, such as `8.3`.
        targets: Vec<Key> => Targets,
    }
}

impl Identity {
    /// The languages of the plan; English when none is named.
    #[must_use]
    pub fn written_in(&self) -> &[Lang] {
        static ENGLISH: std::sync::LazyLock<Vec<Lang>> = std::sync::LazyLock::new(|| vec![Lang::english()]);
        if self.languages.is_empty() { &ENGLISH } else { &self.languages }
    }
}

row! {
    /// One of the people who write the plan.
    Member, MemberField, MemberNames, MEMBER: Member = "member" in team {
        /// Name.
        name: UserText => Name,
        /// Role in the team or at home.
        role: Text => Role,
        /// Organisation at home.
        organisation: Text => Organisation,
        /// How to reach the person.
        contact: UserText => Contact,
    }
}
