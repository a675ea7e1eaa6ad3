# Words of the worksheets, with their help.

section-worksheets = Worksheets
section-worksheets-purpose = Tools from the course for those who can use them: a product, a cluster, a credit, your policy instruments
worksheets-ovop = Product (OVOP)
worksheets-ovop-about = Look at one product as One Village One Product does: first the licence, then the criteria, then the next step
worksheets-cluster = Cluster
worksheets-cluster-about = Describe a cluster (sentra) of small enterprises on half a page. Its numbers can go into the context
worksheets-credit = Credit
worksheets-credit-about = Count what a loan costs the borrower each month, and what a subsidy costs the state
worksheets-instrument = Policy instruments
worksheets-instrument-about = Put the instruments that small enterprises have at home side by side: what works, what is missing, what you propose
worksheets-unknown-scheme = No pack on this computer knows the scheme “{ $key }”. What you wrote stays as it is

ovop-add = Assess a product
ovop-unnamed = Product without a name
ovop-no-licence = no licence yet
ovop-scored = { $there } of { $all } criteria
ovop-licence-first = First the licence
ovop-unknown-licence = Licence that no pack here knows: { $key }
ovop-points = { $sum } of { $points } points
ovop-points-unknown = { $points } points in the form; not all of its criteria are known here, so they are not added up
ovop-why = Why: { $criterion }
ovop-unknown-criterion = Criterion that no pack here knows: { $key }, step { $step }. It stays in the plan
ovop-stars-note = Choose the stars you aim at to see who helps a producer with so many. Points are not turned into stars here: no source shows how
ovop-about = Where this comes from
ovop-make-activity = Make an activity of the next step...
step-ovop-activity = Make an activity of a next step
hint-ovop-product = One product, not all that you make
hint-ovop-why = Why this step
hint-ovop-next_step = The one thing that would lift the product most

cluster-add = Describe a cluster
cluster-unnamed = Cluster without a name
cluster-about = What counts as a cluster, with sources
cluster-take-enterprises = Take the enterprises into the key figures
cluster-take-workers = Take the workers into the key figures
cluster-figure-enterprises = Enterprises in { $name }
cluster-figure-workers = Workers in { $name }
cluster-unit-enterprises = enterprises
cluster-unit-workers = people
step-cluster-figure = Take a number of a cluster into the context
hint-cluster-name = What it makes, and where
hint-cluster-products = What is made, and in which season
hint-cluster-materials = What they buy, from where
hint-cluster-facilities = What all may use: a kiln, a store, a laboratory, a shop
hint-cluster-markets = Who buys, and where
hint-cluster-obstacles = What holds most of them back

credit-add = Count a credit
credit-unnamed = Credit without a name
credit-a-month = { $amount } each month
credit-instalments = { $count ->
    [one] 1 instalment, { $method }
   *[other] { $count } instalments, { $method }
}
credit-grace = { $count ->
    [one] Before them 1 month of grace with { $amount } of interest
   *[other] Before them { $count } months of grace with { $amount } of interest each
}
credit-total-interest = Interest in all: { $amount }
credit-total-paid = Paid back in all: { $amount }
credit-subsidy = The state pays { $amount } of interest for each borrower
credit-borrowers = { $count ->
    [one] The money for the subsidy reaches 1 borrower
   *[other] The money for the subsidy reaches { $count } borrowers
}
credit-rounding = Each payment is rounded to the smallest amount in use; the last instalment takes what is left. In months of grace only interest is paid
credit-schedule = All payments
credit-month = Month
credit-paid = Paid
credit-interest = Interest
credit-repaid = Paid back
credit-balance = Still owed
credit-row = month { $month }: paid { $paid }, interest { $interest }, paid back { $repaid }, still owed { $balance }
credit-gap-amount = Write the amount to see what it costs
credit-gap-rate = Write the interest a year, 0 or more
credit-gap-months = Write the number of monthly instalments, 1 or more
credit-gap-too-long = A credit here has at most 600 months, grace and instalments together
credit-gap-too-large = These numbers are too large to be counted
credit-use-terms = Use the terms of the scheme
credit-about = Terms of the scheme, with sources
credit-ceiling = Most that it lends
credit-most-months = Most monthly instalments
credit-beyond-ceiling = More than the scheme lends: { $amount }
credit-beyond-months = More instalments than the scheme has: { $months }
credit-other-rate = The scheme asks { $rate }% a year
credit-take-instalment = Take the instalment into the key figures
credit-take-borrowers = Take the borrowers reached into the key figures
credit-take-budget = Take the money for the subsidy into the budget
credit-figure-instalment = Monthly instalment of { $name }
credit-figure-borrowers = Borrowers reached by { $name }
credit-unit-borrowers = borrowers
credit-budget-item = Interest subsidy: { $name }
credit-budget-note = { $amount } for each borrower; reaches { $count } borrowers
credit-is-in-budget = In the budget
step-credit-figure = Take a number of a credit into the context
step-credit-budget = Take the money for a subsidy into the budget
step-credit-scheme = Choose a credit scheme
step-credit-terms = Use the terms of a credit scheme
hint-credit-name = A loan for what, for whom

instrument-add = Add an instrument
instrument-unnamed = Instrument without a name
instrument-make-activity = Make an activity of the proposal...
step-instrument-activity = Make an activity of a proposal
hint-instrument-name = A law, a fund, a label, a training, a centre
hint-instrument-proposal = What you would change, so that it can be done within the plan

take-source = Own worksheet in this plan
take-is-figure = Among the key figures

help-section-worksheets = You do not need all of them; one that fits your plan is enough. The product sheet asks what the scheme in Indonesia asks. The cluster sheet describes a place. The credit sheet counts a loan. The instrument matrix shows what your ministry has to offer already. Each result can be taken into the plan with one click, and taken back with one.
help-section-worksheets-example = A loan of 25,000,000 rupiah at 9% over 36 months costs 794,993 rupiah each month.
help-field-ovop-product = One product that you know well.
help-field-ovop-product-example = Lidded box of cane, size 2
help-field-ovop-scheme = The scheme whose criteria you use. The one from Indonesia comes with the program; others can be added as packs.
help-field-ovop-scheme-example = One Village One Product of Indonesia
help-field-ovop-licences = What has to be there before points count. In Indonesia a candidate for five stars was refused because the business licence was missing.
help-field-ovop-licences-example = Business licence
help-field-ovop-scores = Choose the step that is true today, not the one you hope for, and write why. The steps are those of a form of the Indonesian scheme, as far as it could be read.
help-field-ovop-scores-example = 2, improving: paper roll instead of a plastic bag
help-field-ovop-stars = The stars that the producer wants to have. In Indonesia they say who helps: the central government with 4 or 5, the province with 3, the district or city with 1 or 2.
help-field-ovop-stars-example = 3: the province would help with the packaging
help-field-ovop-next_step = The one thing that would lift the product most. It can become an activity.
help-field-ovop-next_step-example = Join a washing tank; then score again
help-field-cluster-name = The name that people use for it.
help-field-cluster-name-example = Leather cluster of Bhairab
help-field-cluster-place = Where it is, and how far it stretches.
help-field-cluster-place-example = Four lanes near the river port, one kilometre long
help-field-cluster-products = What is made there now, and what is new.
help-field-cluster-products-example = Sandals, school shoes, belts; from 2018 wallets and key cases
help-field-cluster-enterprises = How many enterprises are there. Count them, or say in the key figures who counted.
help-field-cluster-enterprises-example = 120
help-field-cluster-workers = How many people work there, owners and family among them.
help-field-cluster-workers-example = 2,350
help-field-cluster-materials = What they buy and from where. This shows what could be bought together.
help-field-cluster-materials-example = Finished leather from Dhaka; soles from Old Dhaka; thread from Narayanganj
help-field-cluster-facilities = What all may use. Say so if there is nothing yet.
help-field-cluster-facilities-example = None before 2018; two rooms of the association are promised
help-field-cluster-markets = Who buys, how much, and where.
help-field-cluster-markets-example = Two wholesalers take 80 percent; a weekly market takes the rest
help-field-cluster-obstacles = What holds most of them back, not what one owner complains of.
help-field-cluster-obstacles-example = Leather lost in cutting, open seams, one way to the market
help-field-credit-name = What the loan is for, and for whom.
help-field-credit-name-example = Working capital for a glove maker
help-field-credit-scheme = A scheme that a pack knows. Its terms come with their sources and fill what you have not written yet.
help-field-credit-scheme-example = KUR micro, Indonesia, 2017
help-field-credit-amount = What the borrower gets.
help-field-credit-amount-example = 25,000,000
help-field-credit-currency = The currency of the loan, if it is not that of the plan.
help-field-credit-currency-example = IDR
help-field-credit-annual_rate_percent = The interest that the borrower pays in a year, in percent.
help-field-credit-annual_rate_percent-example = 9
help-field-credit-months = How many monthly instalments pay the loan back. Months of grace come before them and are not counted here.
help-field-credit-months-example = 36
help-field-credit-grace_months = Months at the start in which only interest is paid, such as until the harvest.
help-field-credit-grace_months-example = 6
help-field-credit-method = Annuity: interest on what is still owed, equal instalments. Flat: interest on the first amount all the time; the same rate costs nearly twice as much.
help-field-credit-method-example = Annuity, on the balance
help-field-credit-subsidy_rate_percent = Interest in a year that the state pays beside the borrower, in percent. It is counted the same way as the borrower's.
help-field-credit-subsidy_rate_percent-example = 2
help-field-credit-subsidy_budget = What the state has for the subsidy in all. The sheet shows how many borrowers it reaches.
help-field-credit-subsidy_budget-example = 1,200,000
help-field-instrument-name = The name of a law, fund, label, training or centre that small enterprises can use.
help-field-instrument-name-example = Guarantee fund for small loans
help-field-instrument-aim = What it was made for.
help-field-instrument-aim-example = Loans without land as security
help-field-instrument-target_group = Whom it reaches today, not whom it should reach.
help-field-instrument-target_group-example = Workshops with a registered owner
help-field-instrument-owner = The office that runs it.
help-field-instrument-owner-example = Department of small industry
help-field-instrument-works = What is good about it and must stay.
help-field-instrument-works-example = Answers within ten days
help-field-instrument-gap = What is missing, or whom it leaves out.
help-field-instrument-gap-example = Groups without one registered owner cannot apply
help-field-instrument-proposal = One change that somebody can decide. It can become an activity.
help-field-instrument-proposal-example = Let groups apply with a list of members and a book of sales
