//! The matrix read aloud: IF the activities AND the assumptions THEN the output (`domain` 1.5, V7).

use crate::plan::{Activity, Assumption, Id, MatrixLevel, Output, Plan, ResultRef};

/// One if-then sentence, as the rows that it joins.
#[derive(Debug, Clone, PartialEq)]
pub struct IfThen {
    /// The result that follows.
    pub then: ResultRef,
    /// The activities that lead to an output.
    pub activities: Vec<Id<Activity>>,
    /// The outputs that lead to the purpose.
    pub outputs: Vec<Id<Output>>,
    /// Whether the purpose leads here (to the goal).
    pub purpose: bool,
    /// The assumptions that must hold as well.
    pub assumptions: Vec<Id<Assumption>>,
}

/// The sentences of a plan: one an output, one to the purpose, one to the goal.
#[must_use]
pub fn if_then(plan: &Plan) -> Vec<IfThen> {
    let outputs = plan.outputs.iter().map(|o| ResultRef::Output(o.id));
    outputs.chain([ResultRef::Purpose, ResultRef::Goal]).map(|then| sentence(plan, then)).collect()
}

/// The sentence that ends in a result.
#[must_use]
pub fn sentence(plan: &Plan, then: ResultRef) -> IfThen {
    let (level, output) = match then {
        ResultRef::Output(id) => (MatrixLevel::Activities, Some(id)),
        ResultRef::Purpose => (MatrixLevel::Outputs, None),
        ResultRef::Goal => (MatrixLevel::Purpose, None),
    };
    let holds = |a: &&Assumption| {
        a.level == Some(level) && (output.is_none() || a.output.is_none() || a.output == output)
    };
    let works = |a: &&Activity| output.is_some() && a.output == output && a.parent.is_none();
    let outputs = plan.outputs.iter().map(|o| o.id);
    IfThen {
        then,
        activities: plan.activities.iter().filter(works).map(|a| a.id).collect(),
        outputs: outputs.filter(|_| then == ResultRef::Purpose).collect(),
        purpose: then == ResultRef::Goal,
        assumptions: plan.assumptions.iter().filter(holds).map(|a| a.id).collect(),
    }
}
