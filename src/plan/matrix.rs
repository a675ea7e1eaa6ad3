//! The project design matrix: goal, purpose, outputs, indicators, assumptions, inputs, pre-conditions.

use super::{Card, Day, Decimal, FundSource, Id, Key, Risk, Text};

record! {
    /// The two upper rows of the matrix.
    Matrix, MatrixField, MatrixNames, MATRIX: Matrix = "matrix" {
        /// Overall goal: the direction the change takes next.
        goal: Text => Goal,
        /// The card the goal was made from.
        goal_card: Option<Id<Card>> => GoalCard,
        /// What goal and card said when the team last compared them (see [`crate::analysis::tree::Difference`]).
        goal_agreed: Key => GoalAgreed,
        /// Project purpose: what is achieved within the project's duration.
        purpose: Text => Purpose,
        /// The card the purpose was made from.
        purpose_card: Option<Id<Card>> => PurposeCard,
        /// What purpose and card said when the team last compared them.
        purpose_agreed: Key => PurposeAgreed,
    }
}

row! {
    /// What the project delivers.
    Output, OutputField, OutputNames, OUTPUT: Output = "output" in outputs {
        /// The result, worded as finished.
        text: Text => Text,
        /// The card it was made from.
        card: Option<Id<Card>> => Card,
        /// What output and card said when the team last compared them.
        agreed: Key => Agreed,
        /// Its weight among the outputs, in percent.
        weight: Option<Decimal> => Weight,
    }
}

/// A result of the matrix, as the owner of indicators and assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ResultRef {
    /// The overall goal.
    Goal,
    /// The purpose.
    #[default]
    Purpose,
    /// An output.
    Output(Id<Output>),
}

choice! {
    /// What kind of value an indicator has.
    Measure = "measure" {
        /// A number.
        Number = "number",
        /// A share of a hundred.
        Percent = "percent",
        /// Reached or not, in words.
        Words = "words",
    }
}

choice! {
    /// Where the value of an indicator should go.
    Direction = "direction" {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// It should stay.
        Keep = "keep",
    }
}

choice! {
    /// How often an indicator is measured.
    Frequency = "frequency" {
        /// Once, at the end.
        Once = "once",
        /// Every month.
        Monthly = "monthly",
        /// Every three months.
        Quarterly = "quarterly",
        /// Every six months.
        HalfYearly = "half-yearly",
        /// Every year.
        Yearly = "yearly",
    }
}

choice! {
    /// By what an indicator about people or enterprises is split.
    Split = "split" {
        /// Women and men.
        Sex = "sex",
        /// Age.
        Age = "age",
        /// Place.
        Place = "place",
        /// Disability.
        Disability = "disability",
        /// Size of the enterprise.
        Size = "size",
    }
}

/// A value to be reached on the way to the target.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Milestone {
    /// When.
    pub on: Option<Day>,
    /// The value.
    pub value: Option<Decimal>,
}

row! {
    /// How we will know that a result is reached.
    Indicator, IndicatorField, IndicatorNames, INDICATOR: Indicator = "indicator" in indicators {
        /// The result it measures.
        of: ResultRef => Of,
        /// What is measured.
        text: Text => Text,
        /// What exactly is counted.
        definition: Text => Definition,
        /// Kind of value; nothing: a number.
        measure: Option<Measure> => Measure,
        /// Unit of the values.
        unit: Text => Unit,
        /// Where the value should go.
        direction: Option<Direction> => Direction,
        /// For a percentage: what is counted.
        numerator: Text => Numerator,
        /// For a percentage: out of what.
        denominator: Text => Denominator,
        /// Value before the project.
        baseline: Option<Decimal> => Baseline,
        /// When the baseline was or will be taken.
        baseline_on: Option<Day> => BaselineOn,
        /// Value to be reached.
        target: Option<Decimal> => Target,
        /// By when.
        target_on: Option<Day> => TargetOn,
        /// Values on the way.
        milestones: Vec<Milestone> => Milestones,
        /// Means of verification: where the value is read.
        means: Text => Means,
        /// How the value is collected.
        method: Text => Method,
        /// How often.
        frequency: Option<Frequency> => Frequency,
        /// Who collects it: a role, not a person.
        responsible: Text => Responsible,
        /// Whether people are counted.
        people: bool => People,
        /// By what the values are split.
        splits: Vec<Split> => Splits,
        /// The entry of an indicator library it came from.
        library: Key => Library,
    }
}

choice! {
    /// The level of the matrix at which an assumption stands.
    MatrixLevel = "matrix-level" {
        /// Beside the overall goal: what keeps it.
        Goal = "goal",
        /// Beside the purpose: needed for the goal.
        Purpose = "purpose",
        /// Beside the outputs: needed for the purpose.
        Outputs = "outputs",
        /// Beside the activities: needed for the outputs.
        Activities = "activities",
    }
}

choice! {
    /// How sure it is that an assumption holds.
    Certainty = "certainty" {
        /// It will hold: leave it out.
        AlmostCertain = "almost-certain",
        /// It may fail: keep it and watch it.
        Likely = "likely",
        /// It will fail: change the plan.
        Unlikely = "unlikely",
    }
}

row! {
    /// What must hold outside the project's control.
    Assumption, AssumptionField, AssumptionNames, ASSUMPTION: Assumption = "assumption" in assumptions {
        /// At which level.
        level: Option<MatrixLevel> => Level,
        /// The output it belongs to, when it belongs to one.
        output: Option<Id<Output>> => Output,
        /// The condition, worded as if it held.
        text: Text => Text,
        /// How sure it is.
        certainty: Option<Certainty> => Certainty,
        /// What we do when it fails.
        response: Text => Response,
        /// Who watches it.
        owner: Text => Owner,
    }
}

row! {
    /// What must hold before the first activity.
    Precondition, PreconditionField, PreconditionNames, PRECONDITION: Precondition = "precondition" in preconditions {
        /// The condition.
        text: Text => Text,
        /// By when it must hold.
        by: Option<Day> => By,
    }
}

choice! {
    /// Kinds of inputs of the matrix (JICA form, `domain` 1.2).
    InputKind = "input" {
        /// People.
        Personnel = "personnel",
        /// Materials.
        Materials = "materials",
        /// Equipment.
        Equipment = "equipment",
        /// Facilities.
        Facilities = "facilities",
        /// Money.
        Funds = "funds",
        /// Anything else.
        Other = "other",
    }
}

row! {
    /// What the activities need.
    Input, InputField, InputNames, INPUT: Input = "input" in inputs {
        /// Kind.
        kind: Option<InputKind> => Kind,
        /// What.
        text: Text => Text,
        /// Who gives it.
        from: Option<FundSource> => From,
    }
}

row! {
    /// The team's answer to one if-then sentence.
    Judgement, JudgementField, JudgementNames, JUDGEMENT: Judgement = "judgement" in judgements {
        /// The result of which the sentence says that it will be reached.
        of: ResultRef => Of,
        /// Yes, no or doubt.
        answer: Option<Answer> => Answer,
        /// Why.
        why: Text => Why,
        /// Whether the project reaches as far as it should and no farther: an output is wholly in its hands, the goal is worked for
        /// by others too (`domain` 1.5, V16). Not asked of the purpose.
        reach: Option<Answer> => Reach,
        /// The assumption that a doubt became.
        assumption: Option<Id<Assumption>> => Assumption,
        /// The risk that a doubt became.
        risk: Option<Id<Risk>> => Risk,
    }
}

choice! {
    /// An answer to an if-then sentence.
    Answer = "answer" {
        /// It follows.
        Yes = "yes",
        /// It does not follow.
        No = "no",
        /// Perhaps.
        Doubt = "doubt",
    }
}
