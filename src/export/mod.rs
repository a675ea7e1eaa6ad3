//! A plan as bytes for other programs and for paper.
