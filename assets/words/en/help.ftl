# help

## Cards behind rows of the matrix
help-field-matrix-goal_card = The card whose positive twin became the overall goal. When one of them changes later, the page shows both, and you decide.
help-field-matrix-goal_card-example = Young people leave weaving: its twin became the goal
help-field-matrix-purpose_card = The card whose positive twin became the project purpose: nearly always the core problem.
help-field-matrix-purpose_card-example = Weavers get a fifth of the price of a basket
help-field-output-card = The cause from which this output came. Its branch leads to the core problem, as the output leads to the purpose.
help-field-output-card-example = Baskets differ in size: its twin became “Ninety weavers trained on forms”
help-field-activity-card = The cause that this activity works on, deeper in the branch of its output.
help-field-activity-card-example = Nobody has forms of one size
help-field-judgement-of = The result at the end of the sentence: an output, the project purpose or the overall goal.
help-field-judgement-of-example = Output 2: a shared showroom is open

## Remarks and silenced checks
help-field-comment-place = The field or the row that the remark is about. The remark stays with it, wherever it moves.
help-field-comment-place-example = Activity 2.1, finish date
help-field-comment-author = Who says it. A name or a post is enough.
help-field-comment-author-example = Head of the industry section
help-field-comment-on = The day on which it was said. The program writes it.
help-field-comment-on-example = 21 August 2017
help-field-comment-text = One thing a remark, with a suggestion if you have one. Praise is a remark too.
help-field-comment-text-example = The hall is taken in March. Could the fair be in April?
help-field-comment-resolved = Settled when the plan answers the remark. A settled remark is kept, folded away.
help-field-comment-resolved-example = Settled: the fair moved to April
help-field-silenced-code = The rule that stays quiet at this place. Elsewhere it still speaks.
help-field-silenced-code-example = H2: not more than three indicators for a result
help-field-silenced-place = Where the rule is quiet: a field, a row, or a whole table.
help-field-silenced-place-example = Output 3
help-field-silenced-reason = Why the rule does not fit here. Whoever reads the plan after you should understand it.
help-field-silenced-reason-example = Our ministry asks for these five figures each year

## Reports after the course
help-field-report-on = The day to which the report looks back. Months later it tells you how fast things went.
help-field-report-on-example = 28 February 2018
help-field-report-author = Who reports: a name and a post.
help-field-report-author-example = District industry officer
help-field-report-statuses = For each activity how far it is and, when it is late, a word on why. An honest “not begun” helps more than a hopeful percentage.
help-field-report-statuses-example = 1.2 Dye trial lots: minor issues, 40 percent, yarn came three weeks late
help-field-report-values = The value of each indicator on that day, from the source that the plan names. Write only what was really measured.
help-field-report-values-example = Workshops with the quality mark: 14, from the list of the office
help-field-report-spent = What was paid so far, source by source.
help-field-report-spent-example = Own budget: NPR 18,000
help-field-report-obstacles = What stands in the way. Nobody is blamed; the next team is warned.
help-field-report-obstacles-example = The hall was given to another office for the festival
help-field-report-next_step = The one thing that happens next, with who and by when.
help-field-report-next_step-example = The district officer asks for the school hall before 10 March

## Jury
help-field-criterion-name = What the jury looks at, in a few words. Write the question that a member asks while listening.
help-field-criterion-name-example = Can the team begin without new money?
help-field-criterion-weight = How much it counts. All weights together make 100 percent.
help-field-criterion-weight-example = 20

## After joining two copies
help-section-choices-example = You wrote 60 workshops, your colleague wrote 80. Both stand here; you talk, take 70, and go on.
help-field-open-choice-place = The field that both copies changed, each in its own way.
help-field-open-choice-place-example = Indicator 1 of the purpose, target
help-field-open-choice-lang = In which language of the plan the words differ; empty when it is not about words.
help-field-open-choice-lang-example = Nepali
help-field-open-choice-clash = What happened: both changed it, or one changed what the other took away.
help-field-open-choice-clash-example = You changed the activity; your colleague deleted it
help-field-open-choice-base = What stood there before the two copies went apart.
help-field-open-choice-base-example = 60
help-field-open-choice-mine = What the copy says that you had open.
help-field-open-choice-mine-example = 70
help-field-open-choice-theirs = What the other copy says.
help-field-open-choice-theirs-example = 80
