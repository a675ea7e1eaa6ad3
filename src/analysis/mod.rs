//! Answers derived from a plan: numbering, schedule, totals. Pure functions of one revision.
