# Words of the strategy choice, with their help.

section-strategy = Strategy
section-strategy-purpose = Which ways lead to the objective, how much each would change, and which we take

strategy-empty = Compare the branches of the tree: how much each would change, and how well you can do it
strategy-empty-tree = The alternatives are the branches of your tree. Draw the tree first, or write an alternative by hand
strategy-to-trees = Draw the problem tree
strategy-take = Take the branches of the tree as alternatives
strategy-add = Add an alternative
strategy-comparison = Comparison
strategy-comparison-note = The rating is the lower of impact and feasibility: a way that nobody can go leads nowhere, and neither does one that changes nothing
strategy-rated = Rating: { $grade }
strategy-unrated = not rated yet
strategy-line = { $name }, rating: { $grade }
strategy-line-chosen = { $name }, chosen, rating: { $grade }
strategy-why-impact = Impact is the lower of the two: what would make it change more?
strategy-why-feasibility = Feasibility is the lower of the two: what would make it easier to do?
strategy-why-both = Impact and feasibility are the same
strategy-choose = We take this one
strategy-to-branch = Show the branch of { $name }
hint-strategy-name = What this way is called in one line
hint-strategy-reason = Why you rated it so, and why you take it or not

step-strategies-take = Take branches as alternatives
step-strategy-choose = Choose an alternative
step-strategy-leave = Take back the choice of an alternative
step-strategy-branch = Change the branch of an alternative

help-section-strategy = Not every branch can be changed at once. Rate each by its impact and by how well your office can do it: with its people, its money, its law, and with what people find right. Take what is rated best, and say why, so that your superior can follow.
help-section-strategy-example = Even sheets by measure: impact high, feasibility very high, so the rating is high. It costs a jug and a scale for each workshop.
help-field-strategy-name = What this way is called.
help-field-strategy-name-example = Even sheets by measure
help-field-strategy-branch = The branch of the tree that this way takes. When you choose the way, its branch is chosen too.
help-field-strategy-branch-example = Means 1: Sheets of one order have the same weight and colour
help-field-strategy-impact = How much closer the core objective comes if this succeeds.
help-field-strategy-impact-example = High: even sheets end the discount
help-field-strategy-feasibility = How well it can be done: ethically, technically, and with the money you can find.
help-field-strategy-feasibility-example = Very high: workshops can do it themselves
help-field-strategy-reason = What lies behind the rating and the choice.
help-field-strategy-reason-example = Costs a jug and a scale for each workshop
help-field-strategy-chosen = Tick what the plan will do. One or a few; what is left out can be another plan.
help-field-strategy-chosen-example = We take this one
