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
    let at = |level: MatrixLevel, output: Option<Id<Output>>| {
        let here = move |a: &&Assumption| {
            a.level == Some(level) && (output.is_none() || a.output.is_none() || a.output == output)
        };
        plan.assumptions.iter().filter(here).map(|a| a.id).collect::<Vec<_>>()
    };
    let mut sentences: Vec<_> = plan
        .outputs
        .iter()
        .map(|o| IfThen {
            then: ResultRef::Output(o.id),
            activities: plan
                .activities
                .iter()
                .filter(|a| a.output == Some(o.id) && a.parent.is_none())
                .map(|a| a.id)
                .collect(),
            outputs: Vec::new(),
            purpose: false,
            assumptions: at(MatrixLevel::Activities, Some(o.id)),
        })
        .collect();
    sentences.push(IfThen {
        then: ResultRef::Purpose,
        activities: Vec::new(),
        outputs: plan.outputs.iter().map(|o| o.id).collect(),
        purpose: false,
        assumptions: at(MatrixLevel::Outputs, None),
    });
    sentences.push(IfThen {
        then: ResultRef::Goal,
        activities: Vec::new(),
        outputs: Vec::new(),
        purpose: true,
        assumptions: at(MatrixLevel::Purpose, None),
    });
    sentences
}
