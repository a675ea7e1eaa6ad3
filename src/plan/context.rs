//! Where, for whom, and why.

use super::{Day, Decimal, Text, UserText};

record! {
    /// Context of the plan, with the fields of the simple form that have no block of their own.
    Context, ContextField, ContextNames, CONTEXT: Context = "context" {
        /// Sector or craft.
        sector: Text => Sector,
        /// Country, province, district, village.
        place: Text => Place,
        /// Who benefits.
        target_group: Text => TargetGroup,
        /// Problem or challenge to be tackled.
        problem: Text => Problem,
        /// Why it comes first.
        justification: Text => Justification,
        /// National policies that the plan serves.
        policies: Text => Policies,
        /// What the activities are about ("On what?", ITC-ILO field 9).
        content: Text => Content,
        /// Human, financial and material resources (ITC-ILO field 10).
        resources: Text => Resources,
        /// Internal and external partners (ITC-ILO field 11).
        partners: Text => Partners,
        /// How the plan is monitored and evaluated (ITC-ILO field 15).
        monitoring: Text => Monitoring,
        /// The definition of small and medium enterprises in use.
        sme_definition: Text => SmeDefinition,
        /// Its legal basis.
        sme_basis: UserText => SmeBasis,
        /// The year of the legal basis.
        sme_year: Option<i32> => SmeYear,
        /// The day on which the definition was looked up.
        sme_as_of: Option<Day> => SmeAsOf,
    }
}

row! {
    /// A figure about the situation, with its source.
    KeyFigure, KeyFigureField, KeyFigureNames, KEY_FIGURE: KeyFigure = "key-figure" in key_figures {
        /// What is counted.
        label: Text => Label,
        /// The value.
        value: Option<Decimal> => Value,
        /// The unit of the value.
        unit: Text => Unit,
        /// Where the figure comes from.
        source: UserText => Source,
        /// The year it is for.
        year: Option<i32> => Year,
    }
}
