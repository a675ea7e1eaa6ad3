//! After the course: what was done.

use super::{Activity, Day, Decimal, FundSource, Id, Indicator, Money, Text, UserText};

choice! {
    /// The state of an activity (as Miradi's result report, `domain` 1.3).
    Status = "status" {
        /// Not started.
        Planned = "planned",
        /// On track.
        OnTrack = "on-track",
        /// Minor issues.
        MinorIssues = "minor-issues",
        /// Major issues.
        MajorIssues = "major-issues",
        /// Completed.
        Completed = "completed",
        /// Given up.
        Abandoned = "abandoned",
    }
}

/// The state of one activity in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityStatus {
    /// The activity.
    pub activity: Id<Activity>,
    /// Its state.
    pub status: Option<Status>,
    /// How much is done, in percent.
    pub done_percent: Option<Decimal>,
    /// Remark.
    pub note: Text,
}

/// The value of an indicator in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ActualValue {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The value.
    pub value: Option<Decimal>,
    /// When it was measured.
    pub on: Option<Day>,
    /// Remark.
    pub note: Text,
}

/// Money spent from one source.
#[derive(Debug, Clone, PartialEq)]
pub struct Spent {
    /// Who paid.
    pub source: Option<FundSource>,
    /// How much.
    pub money: Option<Money>,
}

row! {
    /// A report by date.
    Report, ReportField, ReportNames, REPORT: Report = "report" in reports {
        /// The day of the report.
        on: Option<Day> => On,
        /// Who reports.
        author: UserText => Author,
        /// State of activities.
        statuses: Vec<ActivityStatus> => Statuses,
        /// Values of indicators.
        values: Vec<ActualValue> => Values,
        /// Money spent.
        spent: Vec<Spent> => Spent,
        /// What stood in the way.
        obstacles: Text => Obstacles,
        /// The next step.
        next_step: Text => NextStep,
    }
}
