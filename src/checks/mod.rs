//! What is wrong or weak in a plan: one file a rule.
