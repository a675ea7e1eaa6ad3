//! The colours of documents: one place for all formats.

use crate::plan::FundSource;
use serde::{Serialize, Serializer};

/// A colour, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Words.
    Text,
    /// Words that say less.
    Soft,
    /// Lines.
    Line,
    /// The ground of a card.
    Card,
    /// The one accent: headings, links, the core problem, activities with parts, the own money.
    Indigo,
    /// What was chosen, sums.
    IndigoTint,
    /// An activity.
    Bar,
    /// Problems, outputs, milestones, what was learned, private money.
    Soga,
    /// What belongs together.
    SogaTint,
    /// Every second fiscal year.
    Year,
    /// Objectives, money of one other country.
    Good,
    /// What asks for attention.
    Warn,
    /// Money of partners at home.
    Partner,
    /// Money of several countries.
    Triangular,
    /// What nobody pays yet.
    Unfunded,
}

impl Ink {
    /// The colour itself: `#27408B`.
    #[must_use]
    pub const fn hex(self) -> &'static str {
        match self {
            Self::Text => "#1E2430",
            Self::Soft => "#5A6170",
            Self::Line => "#E4DDD0",
            Self::Card => "#FFFFFF",
            Self::Indigo => "#27408B",
            Self::IndigoTint => "#EDF0F8",
            Self::Bar => "#5A72B8",
            Self::Soga => "#8A5A2B",
            Self::SogaTint => "#F6EFE4",
            Self::Year => "#FBF7F0",
            Self::Good => "#2E7D4F",
            Self::Warn => "#9A6400",
            Self::Partner => "#4F6BB8",
            Self::Triangular => "#5E9C77",
            Self::Unfunded => "#E0A23A",
        }
    }

    /// The same without the sign before it, as Word writes it.
    #[must_use]
    pub const fn digits(self) -> &'static str {
        self.hex().split_at(1).1
    }

    /// The colour of a source of funds.
    #[must_use]
    pub const fn of_source(source: Option<FundSource>) -> Self {
        match source {
            Some(FundSource::Own) => Self::Indigo,
            Some(FundSource::Partner) => Self::Partner,
            Some(FundSource::Bilateral) => Self::Good,
            Some(FundSource::Triangular) => Self::Triangular,
            Some(FundSource::Private) => Self::Soga,
            Some(FundSource::Unfunded) | None => Self::Unfunded,
        }
    }
}

impl Serialize for Ink {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.hex())
    }
}

#[cfg(test)]
mod tests {
    use super::Ink;

    /// The styles of the formats name the same colours by the same values.
    #[test]
    fn every_format_has_the_same_colours() {
        let named = [
            ("ink", Ink::Text),
            ("soft", Ink::Soft),
            ("line", Ink::Line),
            ("indigo", Ink::Indigo),
            ("indigo-tint", Ink::IndigoTint),
            ("soga", Ink::Soga),
            ("soga-tint", Ink::SogaTint),
            ("warn", Ink::Warn),
        ];
        let typst = include_str!("../../assets/templates/style.typ");
        let web = include_str!("../../assets/templates/web.css").to_uppercase();
        for (name, ink) in named {
            let typst_name = match name {
                "soft" => "ink-soft",
                "line" => "line-colour",
                name => name,
            };
            let line = format!("#let {typst_name} = rgb(\"{}\")", ink.hex());
            assert!(typst.lines().any(|l| l == line), "{line}");
            let line = format!("--{}:{}", name.to_uppercase(), ink.hex());
            assert!(web.contains(&line), "{line}");
        }
        let known = named.map(|(_, ink)| ink.digits());
        let word = include_str!("../../assets/templates/word-styles.xml");
        for name in ["w:color w:val=\"", "w:fill=\"", "w:color=\""] {
            for value in word.split(name).skip(1).map(|rest| &rest[..rest.find('"').unwrap()]) {
                assert!(known.contains(&value) || ["FFFFFF", "auto"].contains(&value), "{value} in Word");
            }
        }
    }
}
