//! The clock of a talk: how long it goes on, against the time that is allowed.

/// From here on the time that is left is told, in seconds (two minutes).
const SOON: f64 = 120.0;

/// How a talk stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// There is time.
    Fine,
    /// At most two minutes are left.
    Soon,
    /// The time is over.
    Over,
}

/// A clock that runs and stops. Moments are seconds of the window's clock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Timer {
    allowed: f64,
    /// What had passed when it stopped last.
    passed: f64,
    since: Option<f64>,
}

impl Timer {
    /// A clock that stands at zero, with so many minutes allowed.
    #[must_use]
    pub fn new(minutes: u8) -> Self {
        Self { allowed: f64::from(minutes) * 60.0, passed: 0.0, since: None }
    }

    /// Seconds that have passed.
    #[must_use]
    pub fn passed(&self, now: f64) -> f64 {
        self.passed + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    /// Seconds that are allowed.
    #[must_use]
    pub const fn allowed(&self) -> f64 {
        self.allowed
    }

    /// Whether it runs.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it stands at zero and was not started.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.since.is_none() && self.passed <= 0.0
    }

    /// Lets it run.
    pub fn start(&mut self, now: f64) {
        self.since.get_or_insert(now);
    }

    /// Stops it, or lets it run on.
    pub fn toggle(&mut self, now: f64) {
        match self.since {
            None => self.start(now),
            Some(_) => {
                self.passed = self.passed(now);
                self.since = None;
            }
        }
    }

    /// Back to zero; it goes on running if it ran.
    pub fn reset(&mut self, now: f64) {
        self.passed = 0.0;
        self.since = self.since.map(|_| now);
    }

    /// How the talk stands.
    #[must_use]
    pub fn pace(&self, now: f64) -> Pace {
        let left = self.allowed - self.passed(now);
        if left < 0.0 {
            Pace::Over
        } else if left <= SOON {
            Pace::Soon
        } else {
            Pace::Fine
        }
    }

    /// Seconds until the shown time changes; nothing while it stands.
    #[must_use]
    pub fn next_second(&self, now: f64) -> Option<f64> {
        self.is_running().then(|| (1.0 - self.passed(now).fract()).max(0.02))
    }
}

/// A time as people read it: `4:05`.
#[must_use]
pub fn minutes_and_seconds(seconds: f64) -> String {
    // A talk of a week would be cut short by others.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = seconds.clamp(0.0, 600_000.0) as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_runs_and_stops_and_tells_when_two_minutes_are_left() {
        let mut timer = Timer::new(10);
        assert!(timer.is_fresh() && timer.next_second(5.0).is_none());
        timer.start(100.0);
        timer.start(150.0);
        assert_eq!((timer.passed(160.0), timer.pace(160.0)), (60.0, Pace::Fine));
        timer.toggle(160.0);
        assert_eq!((timer.passed(500.0), timer.is_running()), (60.0, false));
        timer.toggle(500.0);
        assert_eq!(timer.pace(500.0 + 419.0), Pace::Fine);
        assert_eq!(timer.pace(500.0 + 420.0), Pace::Soon);
        assert_eq!(timer.pace(500.0 + 541.0), Pace::Over);
        assert!((timer.next_second(500.25).unwrap() - 0.75).abs() < 1e-9);
        timer.reset(600.0);
        assert_eq!((timer.passed(601.0), timer.is_running()), (1.0, true));
    }

    #[test]
    fn times_as_people_read_them() {
        let check = |seconds, shown: &str| assert_eq!(minutes_and_seconds(seconds), shown);
        check(0.0, "0:00");
        check(59.9, "0:59");
        check(245.0, "4:05");
        check(6_000.0, "100:00");
        check(-3.0, "0:00");
    }
}
