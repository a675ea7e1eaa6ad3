//! The rules, one file each, in the order of the manual.

mod h1;
mod h10;
mod h11;
mod h12;
mod h13;
mod h14;
mod h15;
mod h16;
mod h17;
mod h18;
mod h2;
mod h3;
mod h4;
mod h5;
mod h6;
mod h7;
mod h8;
mod h9;
mod m1;
mod p1;
mod p10;
mod p11;
mod p12;
mod p13;
mod p2;
mod p3;
mod p4;
mod p5;
mod p6;
mod p7;
mod p8;
mod p9;
mod v1;
mod v10;
mod v11;
mod v12;
mod v13;
mod v14;
mod v15;
mod v16;
mod v17;
mod v18;
mod v19;
mod v2;
mod v20;
mod v3;
mod v4;
mod v5;
mod v6;
mod v7;
mod v8;
mod v9;

use super::Rule;

/// Every rule, in the order of the manual.
pub static RULES: &[&Rule] = &[
    &v1::RULE,
    &v2::RULE,
    &v3::RULE,
    &v4::RULE,
    &v5::RULE,
    &v6::RULE,
    &v7::RULE,
    &v8::RULE,
    &v9::RULE,
    &v10::RULE,
    &v11::RULE,
    &v12::RULE,
    &v13::RULE,
    &v14::RULE,
    &v15::RULE,
    &v16::RULE,
    &v17::RULE,
    &v18::RULE,
    &v19::RULE,
    &v20::RULE,
    &h1::RULE,
    &h2::RULE,
    &h3::RULE,
    &h4::RULE,
    &h5::RULE,
    &h6::RULE,
    &h7::RULE,
    &h8::RULE,
    &h9::RULE,
    &h10::RULE,
    &h11::RULE,
    &h12::RULE,
    &h13::RULE,
    &h14::RULE,
    &h15::RULE,
    &h16::RULE,
    &h17::RULE,
    &h18::RULE,
    &p1::RULE,
    &p2::RULE,
    &p3::RULE,
    &p4::RULE,
    &p5::RULE,
    &p6::RULE,
    &p7::RULE,
    &p8::RULE,
    &p9::RULE,
    &p10::RULE,
    &p11::RULE,
    &p12::RULE,
    &p13::RULE,
    &m1::RULE,
];
