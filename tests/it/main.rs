//! One integration binary; a module a topic.

mod examples;
