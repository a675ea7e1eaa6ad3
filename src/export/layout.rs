//! In whose layout the matrix is handed over: the same plan in other columns, under other names of its levels.

/// A layout of the matrix in documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum MatrixLayout {
    /// The project design matrix of JICA (`domain` 1.2).
    #[default]
    Jica,
    /// The logical framework of the European Union: baseline and target in columns of their own (`domain` 1.3, Annex C).
    Eu,
    /// The logical framework of DFID: values on the way, and the weight of each output (`domain` 1.3, revision of 2009).
    Dfid,
}

impl MatrixLayout {
    /// Every layout, the one of the course first.
    pub const ALL: &'static [Self] = &[Self::Jica, Self::Eu, Self::Dfid];

    /// Its name on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Jica => "jica",
            Self::Eu => "eu",
            Self::Dfid => "dfid",
        }
    }

    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Jica => "matrix-form-jica",
            Self::Eu => "matrix-form-eu",
            Self::Dfid => "matrix-form-dfid",
        }
    }

    /// The layout with this name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|layout| layout.word() == word)
    }
}
