# Words of reports and exports.

## Formats
export-format-pdf = Plan as PDF
export-format-brief = One-page brief for the superior
export-format-docx = Plan as Word document
export-format-docx-about = The whole plan to go on working on in Word or LibreOffice: real headings, tables and page numbers
export-format-xlsx = Plan as Excel workbook
export-format-xlsx-about = Matrix, indicators, plan of operation with its chart, budget with formulas, risks: change a number and the sums follow
export-format-html = Plan as web page
export-format-html-about = One file that opens in every browser and on a phone; it loads nothing from elsewhere
export-format-ics = Dates for a calendar (ics)
export-format-ics-about = Milestones, values to measure, and the days to look back after 30, 90 and 180 days, with reminders
export-format-csv = Activities as a table (csv)
export-format-csv-about = The plan of operation for any program that reads tables
export-format-budget-csv = Budget as a table (csv)
export-format-budget-csv-about = The lines of the budget for any program that reads tables
export-format-md = Text for a mail (Markdown)
export-format-md-about = Headings and lists to paste into a mail
export-format-msproject = Schedule for MS Project (xml)
export-format-msproject-about = Activities, links and milestones for MS Project, ProjectLibre or GanttProject, with the weekend of your country
export-format-iati = Draft for donors (IATI)
export-format-iati-about = The plan in the words and codes of the aid register. A draft: only a registered publisher may publish it
export-format-json = Data for other programs (json)
export-format-json-about = Everything in the plan, field by field, for people who write programs; rencana schema describes it
export-note-unknown-signs = { $count ->
    [one] One character has no sign in the fonts of the program; a box stands in its place
   *[other] { $count } characters have no sign in the fonts of the program; boxes stand in their place
}
export-note-shortened = Long text was shortened so that everything fits on its page
export-note-cut-cells = { $count ->
    [one] The text of one cell was cut: Excel takes 32,767 characters in a cell
   *[other] The text of { $count } cells was cut: Excel takes 32,767 characters in a cell
}
export-error-cancelled = The export was stopped
export-error-too-long = The export took too long and was stopped. Try a part of the plan, or shorten very long texts
export-error-refused = The document could not be laid out: { $detail }
export-error-fault = Something in this plan broke the typesetter. The plan itself is safe. Please send it to us
export-error-no-thread = The computer has no room for more work. Close some programs and try again

## Cover
report-kind = Action plan
report-summary-sheet = Summary
report-untitled = Plan without a title
report-contents = Contents
report-glance = At a glance
report-extent = Extent
report-costs = Costs
report-unfunded = Nobody pays yet
report-count-outputs = { $count ->
    [one] one output
   *[other] { $count } outputs
}
report-count-activities = { $count ->
    [one] one activity
   *[other] { $count } activities
}
report-page = Page
report-team = Team
report-programme = Programme
report-organisation = Organisation
report-period = Period
report-superior = Superior
report-prepared-on = As of
report-made-with = Made with Rencana
report-unnamed = No name yet

## Context
report-context = Context
report-context-intro = Where we work, for whom, and why
report-sector = Sector or craft
report-dac-sectors = DAC sectors
report-sdg-targets = SDG targets
report-place = Place
report-target-group = Target group
report-problem = Problem
report-justification = Why it comes first
report-policies = National policies
report-content = Content
report-resources = Resources
report-partners = Partners
report-monitoring = Monitoring and evaluation
report-sme-definition = SME definition
report-as-of = As of { $day }
report-key-figures = Key figures
report-figure = Figure
report-value = Value
report-year = Year
report-figure-source = Source

## Lessons
report-lessons = What we learned
report-lessons-intro = What we saw in the programme, and what we take home from it
report-own-source = Our own observation
report-saw = What we saw
report-why = Why it works there
report-differs = What differs at home
report-adapt = What we would adapt
report-rating = usefulness { $rating }

## Stakeholders
report-stakeholders = Stakeholders
report-stakeholders-intro = Who gains, loses, decides or pays, and how we work with them
report-stakeholder = Stakeholder
report-interest = Interest
report-influence = Influence
report-affected = How they are affected
report-approach = How we work with them
report-is-superior = our superior

## Trees
report-trees = Problem tree and objective tree
report-trees-intro = What keeps things as they are, and what it looks like when it is solved
report-problem-tree = Problem tree
report-objective-tree = Objective tree
report-trees-words = Both trees in words
report-tree-alt = { $tree }, drawn; the table after the drawings says the same in words
report-card = Card
report-objective = Objective

## Strategy
report-strategy = Choice of strategy
report-strategy-intro = The ways we compared; a way is rated by the lower of impact and feasibility
report-alternative = Alternative
report-impact = Impact
report-feasibility = Feasibility
report-rating-lower = Rating
report-reason = Reason
report-chosen = Chosen

## Matrix
report-matrix = Project design matrix
report-logframe = Logical framework
report-matrix-intro = What changes, how we will know, and what must hold
report-summary = Summary
report-indicators-short = Indicators
report-means = Means of verification
report-result = Result
report-source-of = Source:
report-assumptions-watched = Assumptions that we watch
report-assumptions = Assumptions
report-goal = Overall goal
report-purpose = Project purpose
report-outputs = Outputs
report-activities = Activities
report-inputs = Inputs
report-preconditions = Pre-conditions
report-by-day = by { $day }
report-weight-percent = Weight { $percent }%
report-baseline-is = baseline { $value }
report-baseline-is-on = baseline { $value } ({ $day })
report-target-is = target { $value }
report-target-is-on = target { $value } ({ $day })

## Indicators
report-indicators = Indicators
report-indicators-intro = How each result is measured, by whom and how often
report-indicator = Indicator
report-baseline = Baseline
report-baseline-day = Baseline date
report-target = Target
report-target-day = Target date
report-on-the-way = On the way
report-how-often = How often
report-who-measures = Who measures
report-numerator = Counted:
report-denominator = Out of:
report-split-by = Split by { $splits }
report-output-number = Output { $number }

## Plan of operation
report-operation = Plan of operation
report-operation-intro = What is done, by whom, where and when
report-gantt-alt = When each activity happens, drawn; the table after it says the same in words
report-fiscal-year-of = Fiscal year { $year }
report-legend-output = Output, from its first to its last activity
report-legend-whole = Activity with parts
report-legend-activity = Activity
report-legend-done = Done so far
report-legend-milestone = Milestone
report-legend-link = One follows the other
report-legend-early = Begins before the other is finished
report-number = No.
report-activity = Activity
report-who = Responsible
report-where-activity = Where
report-start = Start
report-finish = Finish
report-follows = After
report-delivers = What is there when it is done
report-deliverable = Delivers:
report-learned-here = Learned here:
report-we-adapt = We adapt:
report-borrowed = Borrowed from:
report-after = After { $numbers }
report-no-output = Without an output
report-month-1 = Jan
report-month-2 = Feb
report-month-3 = Mar
report-month-4 = Apr
report-month-5 = May
report-month-6 = Jun
report-month-7 = Jul
report-month-8 = Aug
report-month-9 = Sep
report-month-10 = Oct
report-month-11 = Nov
report-month-12 = Dec

## Budget
report-budget = Budget
report-budget-intro = What it costs, and who pays
report-item = Item
report-category = Kind of cost
report-unit = Unit
report-currency = Currency
report-amount-in = Amount in { $currency }
report-funder = Name of the payer
report-needed-on = Needed on
report-note = How the cost was found
report-quantity = Quantity
report-unit-cost = Unit cost
report-amount = Amount
report-pays = Who pays
report-share = Share
report-total = Total
report-total-converted = Total, converted
report-no-activity = Without an activity
report-no-source = No source yet
report-not-costed = not costed yet
report-by-source = By source of funds
report-by-year = By fiscal year
report-fiscal-year = Fiscal year
report-no-year = Without a date
report-rates = Exchange rates
report-rate = Rate
report-rate-from = One
report-rate-to = is worth, in
report-rates-used = Rates that the budget counts with
report-rate-day = Day
report-note-incomplete = { $count ->
    [one] One line has no cost or no currency yet and is not in the totals
   *[other] { $count } lines have no cost or no currency yet and are not in the totals
}
report-note-no-rate = Amounts in different currencies are not added: there is no rate for { $currencies }
report-note-no-home-currency = Amounts in different currencies are not added: the plan has no currency of its own yet

## Risks
report-risks = Risks
report-risks-intro = What may go wrong, and what we do about it
report-risk = Risk
report-cause = Cause:
report-cause-sheet = Cause
report-likelihood = Likelihood
report-significance = Weight
report-treatment = What we do
report-owner = Who watches
report-by = By
report-see-activity = Activity { $number }

## Co-operation
report-cooperation = Co-operation
report-cooperation-intro = What we need from others, and what we can give
report-cooperation-kind = Kind
report-cooperation-what = What
report-cooperation-partner = Partner
report-institution = Institution
report-cooperation-form = Form

## Worksheets
report-worksheets = Worksheets
report-worksheets-intro = A closer look at a product, a cluster, a credit or the policy instruments
report-criterion = Criterion
report-step = Step
report-step-means = What the step means
report-step-why = Why
report-instalment = Each month
report-grace-payment = Each month of grace
report-total-interest = Interest in all
report-subsidy-each = Paid by the state for each borrower
report-borrowers = Borrowers that the money reaches
report-instruments = Policy instruments
report-run-by = Run by:
report-ovop-sheet = Products
report-cluster-sheet = Clusters
report-credit-sheet = Credits

## Checks
report-checks = Checks left open
report-checks-intro = What the program noticed and the team has not settled yet
report-weight = Weight
report-where = Where
report-finding = What was noticed
report-weight-error = Must mend
report-weight-warning = Look at
report-weight-hint = Hint

## Signatures
report-sign = Agreement
report-sign-intro = Signed by those who carry the plan
report-sign-team = For the team
report-sign-superior = For the organisation
report-signature = Signature
report-date = Date

## Brief for the superior
brief-title = Brief for decision
brief-to = To
brief-from = From
brief-after = After the course
brief-ask-agree = We ask you to agree that we carry out this plan
brief-ask-own = We ask for { $money } from our own budget
brief-ask-open = We ask for your help to find { $money } that nobody pays yet
brief-decide-by = Decision needed by
brief-why = Why
brief-for-whom = For whom
brief-what-changes = What will change
brief-when = When
brief-costs = What it costs
brief-no-budget = No cost has been planned yet
brief-not-costed = The costs are not worked out yet
brief-first-step = First step
brief-step-free = Starts { $day }; needs no new money
brief-step-paid = Starts { $day }; needs money from the budget
brief-yes = Agreed
brief-yes-but = Agreed with changes
brief-no = Not agreed
brief-sign-superior = The superior
brief-sign-team = For the team
brief-shortened = Shortened to fit on one page; the plan has everything

## Calendar
report-ics-precondition = Must hold by today: { $what }
report-ics-measure = Measure: { $what }
report-ics-follow-up = Look back at the plan: { $days } days
report-ics-done = What is done?
report-ics-obstacles = What stands in the way?
report-ics-next = What is the next step?

## IATI
iati-draft = This is a draft, not for publication. It was made from an action plan. A registered publisher must put in the identifiers, check the kind of each organisation and the shares of the sectors, and validate the file
iati-no-organisation = Organisation not named yet
