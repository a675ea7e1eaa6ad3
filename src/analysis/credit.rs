//! What a credit costs: the borrower each month, and the state that pays a part of the interest.
//!
//! A month is a twelfth of a year, whatever its days. In the months of grace only interest is paid; the instalments follow
//! them. The interest that the state pays is counted like that of the borrower: on the balance, or on the first amount.
//!
//! Amounts that are paid are rounded to the smallest amount in use, halves away from zero: the interest of each month and the
//! equal instalment. The last instalment takes what this leaves, so that what is paid back is the amount lent, to the last
//! unit. Between the roundings the numbers keep 28 digits.

use crate::plan::{CreditCase, CreditMethod, Decimal};
use rust_decimal::RoundingStrategy;

/// More months than this are a slip of the finger: fifty years.
pub const MOST_MONTHS: u32 = 600;

/// Why nothing can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreditGap {
    /// No amount above zero.
    Amount,
    /// No rate of interest, or one below zero.
    Rate,
    /// No instalment.
    Months,
    /// More than [`MOST_MONTHS`].
    TooLong,
    /// Numbers beyond what can be counted.
    TooLarge,
}

impl CreditGap {
    /// The key of its words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Amount => "credit-gap-amount",
            Self::Rate => "credit-gap-rate",
            Self::Months => "credit-gap-months",
            Self::TooLong => "credit-gap-too-long",
            Self::TooLarge => "credit-gap-too-large",
        }
    }
}

/// One month of a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreditMonth {
    /// What the borrower pays.
    pub paid: Decimal,
    /// The interest in it.
    pub interest: Decimal,
    /// What of the amount lent it pays back.
    pub repaid: Decimal,
    /// What is still owed after it.
    pub balance: Decimal,
}

/// A credit, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// How interest was counted.
    pub method: CreditMethod,
    /// What is paid in each month of grace; the same in all of them.
    pub grace_payment: Option<Decimal>,
    /// The instalment of every month behind the grace but the last.
    pub instalment: Decimal,
    /// All months, those of grace first.
    pub months: Vec<CreditMonth>,
    /// The interest that the borrower pays.
    pub total_interest: Decimal,
    /// Everything that the borrower pays.
    pub total_paid: Decimal,
    /// The interest that the state pays for one borrower; nothing where it pays none.
    pub subsidy: Option<Decimal>,
    /// How many whole borrowers the money for the subsidy reaches.
    pub borrowers: Option<Decimal>,
}

/// What is counted with.
struct Terms {
    amount: Decimal,
    /// Interest a month, as a part of one.
    rate: Decimal,
    months: u32,
    grace: u32,
    digits: u32,
}

/// Counts a credit. `digits`: the decimals of the smallest amount in use, such as 0 for rupiah.
///
/// # Errors
/// When something is missing, or too large to be counted.
pub fn credit(case: &CreditCase, digits: u32) -> Result<Credit, CreditGap> {
    let terms = Terms::new(case, digits)?;
    let method = case.method.unwrap_or(CreditMethod::Annuity);
    terms.count(method, case).ok_or(CreditGap::TooLarge)
}

/// A rate a year in percent as a part of one a month.
fn monthly(percent: Decimal) -> Decimal {
    percent / Decimal::from(1200)
}

impl Terms {
    fn new(case: &CreditCase, digits: u32) -> Result<Self, CreditGap> {
        let amount = case.amount.filter(|a| *a > Decimal::ZERO).ok_or(CreditGap::Amount)?;
        let percent = case.annual_rate_percent.filter(|r| *r >= Decimal::ZERO).ok_or(CreditGap::Rate)?;
        let whole = |n: Option<i32>| u32::try_from(n.unwrap_or(0)).unwrap_or(0);
        let (months, grace) = (whole(case.months), whole(case.grace_months));
        if months == 0 {
            return Err(CreditGap::Months);
        }
        if months.checked_add(grace).is_none_or(|all| all > MOST_MONTHS) {
            return Err(CreditGap::TooLong);
        }
        Ok(Self { amount, rate: monthly(percent), months, grace, digits: digits.min(4) })
    }

    fn rounded(&self, amount: Decimal) -> Decimal {
        amount.round_dp_with_strategy(self.digits, RoundingStrategy::MidpointAwayFromZero)
    }

    /// The payment of every month before it is rounded. Counted with the discount of a month: its powers go to nothing where
    /// those of its inverse would grow beyond all numbers.
    fn annuity(&self) -> Option<Decimal> {
        let months = Decimal::from(self.months);
        if self.rate.is_zero() {
            return self.amount.checked_div(months);
        }
        let discount = Decimal::ONE.checked_div(Decimal::ONE.checked_add(self.rate)?)?;
        let mut power = Decimal::ONE;
        for _ in 0..self.months {
            power = power.checked_mul(discount)?;
        }
        let share = Decimal::ONE - power;
        if share.is_zero() {
            // A rate so small that a month of it is lost among 28 digits.
            return self.amount.checked_div(months);
        }
        self.amount.checked_mul(self.rate)?.checked_div(share)
    }

    fn count(&self, method: CreditMethod, case: &CreditCase) -> Option<Credit> {
        let of_amount = self.rounded(self.amount.checked_mul(self.rate)?);
        let instalment = self.rounded(match method {
            CreditMethod::Annuity => self.annuity()?,
            CreditMethod::Flat => self
                .amount
                .checked_div(self.months.into())?
                .checked_add(self.amount.checked_mul(self.rate)?)?,
        });
        let mut rows = Vec::new();
        let grace =
            CreditMonth { paid: of_amount, interest: of_amount, repaid: Decimal::ZERO, balance: self.amount };
        rows.resize(usize::try_from(self.grace).ok()?, grace);
        let mut balance = self.amount;
        for left in (0..self.months).rev() {
            let interest = match method {
                CreditMethod::Annuity => self.rounded(balance.checked_mul(self.rate)?),
                CreditMethod::Flat => of_amount,
            };
            let part = (instalment - interest).max(Decimal::ZERO).min(balance);
            let repaid = if left == 0 { balance } else { part };
            balance -= repaid;
            rows.push(CreditMonth { paid: interest.checked_add(repaid)?, interest, repaid, balance });
        }
        let sum = |of: fn(&CreditMonth) -> Decimal| {
            rows.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(of(row)))
        };
        let (total_interest, total_paid) = (sum(|row| row.interest)?, sum(|row| row.paid)?);
        let subsidy = self.subsidy(method, case, &rows)?;
        let budget = case.subsidy_budget.filter(|budget| *budget >= Decimal::ZERO);
        let borrowers = match (subsidy, budget) {
            (Some(cost), Some(budget)) => Some(budget.checked_div(cost)?.floor()),
            _ => None,
        };
        Some(Credit {
            method,
            grace_payment: (self.grace > 0).then_some(of_amount),
            instalment: rows.last().filter(|_| self.months == 1).map_or(instalment, |only| only.paid),
            months: rows,
            total_interest,
            total_paid,
            subsidy,
            borrowers,
        })
    }

    /// The interest that the state pays for one borrower: outer nothing, too large; inner nothing, none is paid.
    #[allow(clippy::option_option, reason = "the two kinds of nothing are told apart at once by the caller")]
    fn subsidy(
        &self,
        method: CreditMethod,
        case: &CreditCase,
        rows: &[CreditMonth],
    ) -> Option<Option<Decimal>> {
        let Some(percent) = case.subsidy_rate_percent.filter(|p| *p > Decimal::ZERO) else {
            return Some(None);
        };
        let rate = monthly(percent);
        let mut owed = self.amount;
        let mut sum = Decimal::ZERO;
        for row in rows {
            let base = if method == CreditMethod::Flat { self.amount } else { owed };
            sum = sum.checked_add(self.rounded(base.checked_mul(rate)?))?;
            owed = row.balance;
        }
        Some(Some(sum).filter(|sum| !sum.is_zero()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Id;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn case(amount: &str, rate: &str, months: i32) -> CreditCase {
        CreditCase {
            amount: Some(number(amount)),
            annual_rate_percent: Some(number(rate)),
            months: Some(months),
            ..CreditCase::new(Id::from_bits(1))
        }
    }

    /// What holds for every credit that can be counted.
    fn sound(case: &CreditCase, digits: u32) -> Credit {
        let credit = credit(case, digits).unwrap_or_else(|gap| panic!("{case:?}: {gap:?}"));
        let repaid: Decimal = credit.months.iter().map(|row| row.repaid).sum();
        assert_eq!(repaid, case.amount.unwrap(), "everything is paid back");
        assert_eq!(credit.months.last().unwrap().balance, Decimal::ZERO);
        assert_eq!(credit.total_paid - credit.total_interest, repaid);
        assert!(credit.months.iter().all(|row| row.paid == row.interest + row.repaid));
        assert!(credit.months.is_sorted_by(|a, b| a.balance >= b.balance), "the balance never grows");
        credit
    }

    #[test]
    fn kur_of_2017() {
        let credit = sound(&case("25000000", "9", 36), 0);
        assert_eq!(credit.instalment, number("794993"));
        assert_eq!(credit.months.len(), 36);
        assert_eq!(credit.months[0].interest, number("187500"));
        // 36 times the instalment less the amount, but for what rounding leaves to the last month.
        let about = credit.instalment * Decimal::from(36) - number("25000000");
        assert!((credit.total_interest - about).abs() < number("36"), "{}", credit.total_interest);
        assert!((credit.months[35].paid - credit.instalment).abs() < number("36"));
    }

    #[test]
    fn flat_interest_is_on_the_first_amount() {
        let flat = CreditCase { method: Some(CreditMethod::Flat), ..case("1200", "12", 12) };
        let credit = sound(&flat, 2);
        assert_eq!((credit.instalment, credit.total_interest), (number("112"), number("144")));
        let annuity = sound(&case("1200", "12", 12), 2);
        assert_eq!(annuity.instalment, number("106.62"));
        assert!(annuity.total_interest < credit.total_interest);
    }

    #[test]
    fn grace_costs_interest_and_moves_the_instalments() {
        let with = CreditCase { grace_months: Some(6), ..case("12000000", "10", 18) };
        let (with, without) = (sound(&with, 0), sound(&case("12000000", "10", 18), 0));
        assert_eq!((with.months.len(), with.instalment), (24, without.instalment));
        assert_eq!(with.grace_payment, Some(number("100000")));
        assert!(with.months[..6].iter().all(|row| row.repaid.is_zero() && row.paid == number("100000")));
        assert_eq!(with.total_interest, without.total_interest + number("600000"));
    }

    #[test]
    fn the_state_pays_its_part_and_its_money_reaches_whole_borrowers() {
        let subsidised = |method| CreditCase {
            subsidy_rate_percent: Some(number("6")),
            subsidy_budget: Some(number("1000")),
            method: Some(method),
            ..case("1200", "12", 12)
        };
        let flat = sound(&subsidised(CreditMethod::Flat), 2);
        assert_eq!((flat.subsidy, flat.borrowers), (Some(number("72")), Some(number("13"))));
        let annuity = sound(&subsidised(CreditMethod::Annuity), 2);
        // Half the borrower's rate costs half the borrower's interest, but for rounding.
        assert!((annuity.subsidy.unwrap() * Decimal::TWO - annuity.total_interest).abs() < number("0.2"));
        assert_eq!(annuity.borrowers, Some((number("1000") / annuity.subsidy.unwrap()).floor()));
        let without = sound(&case("1200", "12", 12), 2);
        assert_eq!((without.subsidy, without.borrowers), (None, None));
    }

    #[test]
    fn what_is_missing_is_told() {
        let check = |case: CreditCase, gap| assert_eq!(credit(&case, 0), Err(gap), "{case:?}");
        check(CreditCase::new(Id::from_bits(1)), CreditGap::Amount);
        check(case("0", "9", 36), CreditGap::Amount);
        check(case("-5", "9", 36), CreditGap::Amount);
        check(case("5", "-9", 36), CreditGap::Rate);
        check(CreditCase { annual_rate_percent: None, ..case("5", "9", 36) }, CreditGap::Rate);
        check(case("5", "9", 0), CreditGap::Months);
        check(case("5", "9", i32::MIN), CreditGap::Months);
        check(case("5", "9", i32::MAX), CreditGap::TooLong);
        check(CreditCase { grace_months: Some(i32::MAX), ..case("5", "9", 1) }, CreditGap::TooLong);
    }

    #[test]
    fn hostile_numbers_are_counted_or_refused_but_never_panic() {
        assert_eq!(sound(&case("3600", "0", 36), 0).instalment, number("100"));
        assert_eq!(sound(&case("1000", "12", 1), 0).months[0].paid, number("1010"));
        sound(&case("100000000000000000000", "9", 36), 0);
        sound(&case("100000000000000000000", "100", 600), 2);
        sound(&case("1", "9", 600), 0);
        sound(&case("0.01", "9", 36), 0);
        sound(&case("7", "1000", 600), 0);
        sound(&case("7", "0.0000000000000000000000000001", 600), 4);
        for amount in ["79228162514264337593543950335", "0.0000000000000000000000000001", "1"] {
            for rate in ["79228162514264337593543950335", "0.0000000000000000000000000001", "0", "1e9"] {
                for months in [1, 2, 600] {
                    for method in CreditMethod::ALL {
                        let number =
                            |text: &str| Decimal::from_scientific(text).or_else(|_| text.parse()).unwrap();
                        let case = CreditCase {
                            amount: Some(number(amount)),
                            annual_rate_percent: Some(number(rate)),
                            subsidy_rate_percent: Some(number(rate)),
                            subsidy_budget: Some(number(amount)),
                            grace_months: Some(600 - months),
                            method: Some(*method),
                            ..case("1", "1", months)
                        };
                        let counted = credit(&case, 28);
                        assert!(matches!(counted, Ok(_) | Err(CreditGap::TooLarge)), "{counted:?}");
                    }
                }
            }
        }
    }
}
