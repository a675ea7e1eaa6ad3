## Slides
export-format-slides = Slides (PDF)
export-format-slides-about = For the room: ten to fifteen pages in large type and few words, made from the plan. Choose in which language they speak; the title speaks all
export-format-handout = Slides with notes (PDF)
export-format-handout-about = The slides with what you can say to each, and in full what they shorten. For you, and to print
export-format-jury = Evaluation sheet for the jury (PDF)
export-format-jury-about = One page with the criteria, a place for a mark beside each, and room for remarks
slides-notes = To say
slides-handout = Slides with notes
slides-problem = The problem
slides-causes = Why it is so
slides-lessons = What we saw and learned
slides-adapt = At home:
slides-more-lessons = { $count ->
    [one] One more lesson stands in the plan
   *[other] { $count } more lessons stand in the plan
}
slides-way = What we want to reach
slides-strategy = The way we chose
slides-from-to = from { $from } to { $to }
slides-from-to-by = from { $from } to { $to } by { $day }
slides-to = { $to }
slides-to-by = { $to } by { $day }
slides-more-activities = { $count ->
    [one] The plan has one activity in all
   *[other] The plan has { $count } activities in all
}
slides-budget = What it costs
slides-who-pays = Who pays
slides-risks = What may go wrong
slides-risk-weight = Weight: how likely times how bad, at most 25
slides-ask = What we ask for
slides-first-days = The first { $count } days
slides-thanks = Thank you
slides-say-title = Say who you are, where you come from, and in one sentence what the plan is about
slides-say-problem = Tell it through one person whom you know: what happens today, and what it costs them
slides-say-lessons = Name one thing that surprised you, and what you will do differently because of it
slides-say-way = Read the sentence slowly. Then say for whom it is, and why you chose this way and no other
slides-say-matrix = Take one row: the result, how we will know, from where to where
slides-say-operation = Show the first bar and the last one. Say who begins, and on which day
slides-say-budget = Say the sum once. Then who pays, and what nobody pays yet
slides-say-risks = Take the heaviest one and say what you do about it
slides-say-ask = Say what you need, from whom, and by when. Then stop and wait for the answer
slides-say-thanks = Thank the room. Say where you can be found in the break

## Sheet of the jury
jury-sheet = Evaluation sheet
jury-criterion = What we look at
jury-mark = Mark
jury-weight = Weight
jury-points = Points
jury-how = Points = weight × mark ÷ 5
jury-marks-mean = Marks: 1 not yet, 2 in parts, 3 fair, 4 good, 5 very good
jury-total = Sum, at most { $best }
jury-good = What was good
jury-better = What would make it better
jury-name = Name of the juror
jury-suggested = These criteria are a suggestion of the program. Change them on the page where documents are made
jury-no-room = { $count ->
    [one] There was no room for one more criterion
   *[other] There was no room for { $count } more criteria
}
jury-suggest-problem = The problem is real, and the plan says whose problem it is
jury-suggest-way = What is done leads to what is to be reached
jury-suggest-learned = What was learned in the programme is used, and fitted to the own country
jury-suggest-doable = It can be done with the people, the time and the powers there are
jury-suggest-money = Costs are worked out, and it is clear who pays
jury-suggest-telling = It was told clearly and within the time

## The talk
command-present = Present
present-title = Present on the screen
present-about = The slides over the whole screen, with a clock and with what you can say. Nothing on them has to be written twice
present-begin = Present now
present-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
present-less-time = A minute less
present-more-time = A minute more
present-making = Making the slides...
present-slide = Slide { $number } of { $count }: { $title }
present-of = { $number } of { $count }
present-next-is = Next: { $title }
present-back = Slide before
present-on = Next slide
present-start-clock = Start the clock (T)
present-stop-clock = Stop the clock (T)
present-reset-clock = To zero (0)
present-notes = Notes (B)
present-dark = Dark screen (.)
present-end = End (Esc)
present-time = { $passed } of { $allowed }
present-time-soon = { $left } left
present-time-over = { $over } over
jury-none = No criteria yet: the sheet shows those that the program suggests, and says so
jury-add = Add a criterion
jury-take = Take the suggestion, to change it
jury-taken = Criteria of the jury
jury-sum = The weights make { $sum }%, not 100
