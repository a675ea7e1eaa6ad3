# Words of the risks, with their help, and of what is taken from one page into another.

section-risks = Risks
section-risks-purpose = What may go wrong, how bad it would be, and what we do about it
risks-empty = What could stop the plan? Begin with three: money that comes late, people who leave, a market that changes
risks-add = Add a risk
risks-add-here = Add a risk here
risks-all = All risks
risks-of-cell = Risks in the chosen cell
risks-cell-empty = No risk stands here
risks-heaviest = The heaviest first
risks-unplaced = Without likelihood or impact yet:
risks-hint = Choose a cell to see its risks
risks-show-all = Show all risks
risks-cell = Likelihood { $likelihood }, impact { $impact }: { $count ->
    [0] no risk
    [one] 1 risk
   *[other] { $count } risks
}
risks-go = Go to { $name }
risks-unnamed = Risk without words
risks-unrated = not rated
risks-unrated-note = Choose likelihood and impact to see how much the risk weighs
risks-weight = { $weight }, { $band }
risks-times = Likelihood { $likelihood } times impact { $impact } is
risks-treated-by = treated by activity { $number }
risks-make-activity = Make an activity of the treatment...
risks-make-activity-note = Write the treatment first
step-risk-activity = Make an activity of a treatment

choice-risk-band-low = Low
choice-risk-band-medium = Medium
choice-risk-band-high = High
choice-risk-band-very-high = Very high
risk-likelihood-1 = very unlikely
risk-likelihood-2 = unlikely
risk-likelihood-3 = possible
risk-likelihood-4 = likely
risk-likelihood-5 = almost certain
risk-impact-1 = hardly felt
risk-impact-2 = small
risk-impact-3 = clear
risk-impact-4 = great
risk-impact-5 = the plan fails

take-which-output = Under which output?
take-no-output = There is no output yet
take-without-output = Without an output for now
take-unnamed-output = Output without words
take-unnamed-activity = Activity without a name
take-is-activity = Activity { $number }: { $name }

hint-risk-event = What may happen
hint-risk-cause = Why it may happen
hint-risk-treatment = What we do so that it does not happen, or hurts less
hint-risk-owner = A role, not a name

help-section-risks = Write what may happen, not what is wrong today. Rate how likely it is and how bad it would be, from 1 to 5. The product shows what comes first: 1 to 4 is low, 5 to 9 medium, 10 to 15 high, 16 to 25 very high. A high risk needs a treatment and a day. A treatment that takes time or money belongs among the activities: one click makes it one.
help-section-risks-example = Guides take the fee and go on to the shops with prints, because the commission is higher there. Likelihood 3, impact 3. The fee is paid when guests sign the book.
help-field-risk-event = One thing that may happen, in one sentence. It is outside your hands, or it would be an activity.
help-field-risk-event-example = The press arrives after the season
help-field-risk-cause = Why it may happen. A good treatment starts here.
help-field-risk-cause-example = Customs clearance takes longer than planned
help-field-risk-likelihood = How likely it is while the plan runs: 1 is very unlikely, 5 almost certain. Agree in the team; a rough number is enough.
help-field-risk-likelihood-example = 3: it happened to one of three machines last year
help-field-risk-impact = How much it would hurt the purpose of the plan: 1 is hardly felt, with 5 the plan fails.
help-field-risk-impact-example = 4: the workshop loses one season, but not its buyers
help-field-risk-owner = The role that watches it and speaks up in time. One role for each risk.
help-field-risk-owner-example = Manager of the cutting room
help-field-risk-treatment = What you do: avoid it, make it less likely, make it hurt less, or share it with somebody.
help-field-risk-treatment-example = Order in November; rent a press for March
help-field-risk-by = The day by which the treatment is done. For a high risk, choose one before the danger begins.
help-field-risk-by-example = 1 March 2018
help-field-risk-activity = The activity that treats the risk. Choose one of the plan, or make one of the treatment: it takes the words, the role and the day with it.
help-field-risk-activity-example = 2.1 Rent a press for March
