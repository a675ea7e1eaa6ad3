//! What it costs and who pays.

use super::{Activity, Currency, Day, Decimal, Id, Text, UserText};

choice! {
    /// Who pays.
    FundSource = "fund-source" {
        /// The own organisation or government.
        Own = "own",
        /// A partner at home.
        Partner = "partner",
        /// Another country.
        Bilateral = "bilateral",
        /// Two countries together, or a country and a donor.
        Triangular = "triangular",
        /// Enterprises, associations, members.
        Private = "private",
        /// Nobody yet.
        Unfunded = "unfunded",
    }
}

choice! {
    /// What the money is for.
    CostCategory = "cost" {
        /// Salaries and fees.
        People = "people",
        /// Courses and workshops.
        Training = "training",
        /// Travel and per diem.
        Travel = "travel",
        /// Machines and tools.
        Equipment = "equipment",
        /// Materials.
        Materials = "materials",
        /// Services bought.
        Services = "services",
        /// Buildings and works.
        Works = "works",
        /// Anything else.
        Other = "other",
    }
}

row! {
    /// A line of the budget: quantity times unit cost.
    BudgetLine, BudgetField, BudgetNames, BUDGET: BudgetLine = "budget" in budget {
        /// The activity that needs it.
        activity: Option<Id<Activity>> => Activity,
        /// What is bought.
        item: Text => Item,
        /// What the money is for.
        category: Option<CostCategory> => Category,
        /// How many.
        quantity: Option<Decimal> => Quantity,
        /// Of what.
        unit: Text => Unit,
        /// Cost of one unit.
        unit_cost: Option<Decimal> => UnitCost,
        /// The currency; nothing: the plan's.
        currency: Option<Currency> => Currency,
        /// When the money is needed; nothing: when the activity starts.
        on: Option<Day> => On,
        /// Who pays.
        source: Option<FundSource> => Source,
        /// The name of the payer.
        funder: Text => Funder,
        /// How the cost was found.
        note: Text => Note,
    }
}

row! {
    /// An exchange rate with its date: one unit of `from` is worth `rate` units of `to`.
    Rate, RateField, RateNames, RATE: Rate = "rate" in rates {
        /// The currency that is changed.
        from: Option<Currency> => From,
        /// The currency it is changed into.
        to: Option<Currency> => To,
        /// Units of `to` for one unit of `from`.
        rate: Option<Decimal> => Rate,
        /// The day of the rate.
        on: Option<Day> => On,
        /// Where the rate was read.
        source: UserText => Source,
    }
}
