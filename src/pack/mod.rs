//! Programmes and countries: facts as data, each with its source and date.
