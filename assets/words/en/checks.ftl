# What the checks say. check-CODE: the finding; -hint: how to mend it; -title: the name of the rule.

severity-error = Must mend
severity-warning = Look at
severity-hint = Hint

## Vertical logic
check-V1-title = One purpose
check-V1 = The plan has no purpose yet
check-V1-hint = Say in one sentence what will be different for your target group when the plan ends. A plan has one purpose, so that everybody knows what it is for.
check-V1-begin = Start with the purpose: one sentence
check-V3-title = One to six outputs
check-V3 = { $count } outputs are many to carry at once
check-V3-hint = Join outputs that belong together, or keep some for a second plan. Readers can follow up to six.
check-V3-none = No output yet
check-V3-none-hint = What will the project hand over so that the purpose is reached? Two to four outputs are usual.

## Horizontal logic
check-H4-title = Baseline and target with their dates
check-H4 = The indicator has no target yet
check-H4-hint = Name the value you want to reach, and by when.
check-H4-target-date = The target has no date
check-H4-target-date-hint = By when will it be reached? The last day of the plan is a good first answer.
check-H4-baseline = There is no baseline yet
check-H4-baseline-hint = How is it today? Without a first value nobody can see the change. Zero is a value too.
check-H4-baseline-date = The baseline has no date
check-H4-baseline-date-hint = When was this value true? Best before the first activity starts.

## Plan and money
check-P1-title = Activities with dates and people
check-P1 = The activity is not complete yet
check-P1-hint = Give it a first day, a last day, and somebody who takes care of it.
check-P1-order = The activity finishes before it starts
check-P1-order-hint = Perhaps the two dates were exchanged.
check-P1-before = The activity starts before the plan does
check-P1-before-hint = Move the activity, or let the plan start earlier.
check-P1-after = The activity ends after the plan does
check-P1-after-hint = Move the activity, or let the plan end later.
check-P1-plan = The plan ends before it starts
check-P1-plan-hint = Perhaps the first and the last day were exchanged.
check-P1-no-start = When does this activity start?
check-P1-no-start-hint = A rough date is enough for a first draft.
check-P1-no-finish = When is this activity finished?
check-P1-no-finish-hint = A rough date is enough. If it is a single moment, mark it as a milestone.
check-P1-nobody = Nobody is named for this activity yet
check-P1-nobody-hint = Name a role at home that will take care of it.
check-P6-title = A dated rate for every currency
check-P6 = There is no exchange rate for { $currency }
check-P6-hint = Add the rate into the currency of the plan, with its date and where you read it. Then the totals can be added up.
check-P6-plan = The plan has costs but no currency yet
check-P6-plan-hint = Choose the currency of the plan. Lines that name no other use it.
check-P6-date = The exchange rate has no date
check-P6-date-hint = Rates change. Write the day on which you read this one.
check-P6-zero = An exchange rate must be above zero
check-P6-zero-hint = How many units of the second currency do you get for one unit of the first?
check-P6-same = The rate leads from a currency to itself
check-P6-same-hint = Choose two different currencies.

## Ways to mend
fix-target-at-finish = Use the last day of the plan
fix-baseline-at-start = Use the first day of the plan
fix-swap-dates = Exchange the dates
fix-start-plan-earlier = Start the plan earlier
fix-finish-plan-later = End the plan later
