# The page of the budget.

budget-number = No.
budget-unit-cost = Unit cost
budget-amount = Amount
budget-source = Source
budget-funder = Payer
budget-line = line { $number }
budget-empty = What does each activity need: people, travel, materials? Write a line for each thing, then who pays for it. Lines of a spreadsheet can be pasted here (Ctrl+V)
budget-add = Add a line
budget-copy = Copy for a spreadsheet
budget-copy-hint = The whole table. To copy some cells, drag across them, or hold Shift with the arrow keys, then press Ctrl+C
budget-copy-cells = Copy { $count } cells
step-empty-cells = Empty cells of the budget
budget-unfit = { $count ->
    [one] One pasted value did not fit its cell. It stands there in red
   *[other] { $count } pasted values did not fit their cells. They stand there in red
}
budget-by-source = By source
budget-by-output = By output
budget-by-activity = By activity
budget-no-activity = Without an activity
budget-unfunded = nobody yet: { $amount }
budget-write-rate = Write the rate
budget-without-currency = The plan has no currency of its own yet, so there is no common total
budget-choose-currency = Choose the currency
budget-by-year = By fiscal year
budget-year = { $year }: { $first } to { $last }
budget-no-year = Without a date
budget-rates = Exchange rates
budget-total = Total { $amount }
budget-converted = Together { $amount }
budget-without-rate = No exchange rate yet for { $codes }, so there is no common total
budget-incomplete = { $count ->
    [one] one line has no amount yet
   *[other] { $count } lines have no amount yet
}
budget-bar = Who pays { $amount }
budget-share = { $source }: { $amount } ({ $percent }%)
budget-no-source = No source named
budget-no-output = Without an output
rates-add = Add a rate
rates-empty = All money is counted in its own currency. With a rate for each, everything adds up
rates-line = rate { $number }
step-paste = Paste into the budget

help-section-budget = A line for each thing that costs money: how many, of what, at what price, and who pays. What nobody pays yet stays in sight until somebody does. A block from a spreadsheet can be pasted into any cell. Drag across cells, or hold Shift with the arrow keys, to copy, empty or fill several at once.
help-section-budget-example = 1.2 Train lead weavers: hire of a hall, 5 days at NPR 4,000, own budget; dyes for 12 looms, 12 sets at NPR 2,500, nobody yet.
help-field-budget-activity = The activity that needs it. A line without an activity is hard to defend
help-field-budget-activity-example = 1.2 Train 12 lead weavers in natural dyeing
help-field-budget-item = What is bought, so that somebody else could buy it
help-field-budget-item-example = Hire of the training hall in Tansen
help-field-budget-category = What kind of cost it is. Ministries often limit travel and equipment
help-field-budget-category-example = Training
help-field-budget-quantity = How many. Left empty it counts as one
help-field-budget-quantity-example = 5
help-field-budget-unit = What is counted
help-field-budget-unit-example = days
help-field-budget-unit_cost = The price of one, as it was found. Round up, not down
help-field-budget-unit_cost-example = 4,000
help-field-budget-currency = The currency of the price, three letters. Left empty it is the plan's
help-field-budget-currency-example = NPR
help-field-budget-on = When the money is needed. Left empty it is the first day of the activity
help-field-budget-on-example = 4 December 2017
help-field-budget-source = Who pays. Be honest: what nobody pays yet is what you ask for
help-field-budget-source-example = Own budget
help-field-budget-funder = The name of the payer, so that one can ask
help-field-budget-funder-example = Palpa district, small industry programme
help-field-budget-note = How the cost was found
help-field-budget-note-example = Quotation of the association, September 2017
help-field-rate-from = The currency that is changed
help-field-rate-from-example = USD
help-field-rate-to = The currency that the plan counts in
help-field-rate-to-example = NPR
help-field-rate-rate = How many units of the second for one of the first. The newest rate counts
help-field-rate-rate-example = 103.25
help-field-rate-on = The day on which the rate was read
help-field-rate-on-example = 29 September 2017
help-field-rate-source = Where it was read, so that it can be looked up again
help-field-rate-source-example = Nepal Rastra Bank, selling rate
