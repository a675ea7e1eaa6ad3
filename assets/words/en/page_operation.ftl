# The page of the plan of operation.

picker-search = Type to search
picker-nothing = Nothing of this name
chooser-close = Close
chooser-keys = Enter takes it, the arrow keys go through the list

operation-number = No.
operation-nameless = not named yet
operation-output = Output { $number }: { $text }
operation-without-output = Without an output
operation-empty = Activities stand under outputs. Write what the project delivers first, then what is done for it
operation-to-matrix = Go to the matrix
operation-add = Add an activity
operation-add-part = Add a part of it
operation-add-part-keys = Ctrl+Shift+Enter in its row
operation-add-to = Add an activity to output { $number }
operation-add-without = Add an activity without an output
operation-in = Make { $name } a part of the one before
operation-out = Take { $name } out of what it is a part of
operation-hint = Enter: the next row · Ctrl+Shift+Enter: a part · Alt+arrows: move · Alt+Enter: all about it · Ctrl+Enter: its bar
operation-details = Details
operation-details-of = Details of { $number }
operation-details-close = Close the details of { $number }
operation-learned-add = Add a learning source
operation-no-programme = Choose the programme in Plan and team, then its learning sources stand here
operation-after-add = Add what comes before
operation-lag-of = { $number } after { $before }
operation-lag-days = days after it
operation-cost = Costs { $amount }
operation-cost-parts = Costs { $amount }, its parts together
operation-cost-none = No costs yet
operation-to-budget = To the budget
operation-borrow = Borrowed from the plan of another team
operation-borrow-forget = It is not borrowed: { $number }
operation-borrow-country = Country of the plan
operation-borrow-plan = Title of the plan
operation-borrow-team = Who wrote it
step-activity-in = Make an activity a part of another
step-activity-out = Take an activity out of another

operation-chart = Chart
operation-relative = Months after start
operation-early = { $count ->
    [one] One activity begins before what it waits for is finished
   *[other] { $count } activities begin before what they wait for is finished
}
operation-mend = Move them behind it
operation-shift = Move the whole plan...
operation-shift-note = All activities, the dates of the plan and of its money move together. Enter moves them
operation-shift-day = New first day
gantt-larger = Larger time
gantt-smaller = Smaller time
gantt-fit = Whole plan
gantt-to-today = Today
gantt-today = Today, { $day }
gantt-days = days
gantt-weeks = weeks
gantt-months = months
gantt-quarters = quarters
gantt-quarter = Q{ $number }
gantt-bar = { $name }, { $start } to { $finish }
gantt-span = { $start } to { $finish }
gantt-milestone = { $name }, milestone on { $day }
gantt-done = { $name }, { $percent }% done
gantt-link = Link from the end of { $number }
gantt-lag = { $days } d
gantt-after = { $then } comes after { $before }
gantt-after-wait = { $days ->
    [one] { $then } waits one day after { $before } is finished
   *[other] { $then } waits { $days } days after { $before } is finished
}
gantt-after-early = { $days ->
    [one] { $then } may begin one day before { $before } is finished
   *[other] { $then } may begin { $days } days before { $before } is finished
}
gantt-draw = Drag to draw its days
gantt-keys = Left and Right move it by days, with Shift by weeks. Alt moves its end, Ctrl its start. L draws a link, M makes a milestone. Page Up and Page Down change the scale, Home shows the whole plan
gantt-linking = What comes after { $number }? Go to its bar and press Enter. Escape stops
gantt-refused = { $then } cannot wait for { $before }: { $why }
gantt-fiscal = { $name }, { $start } to { $finish }
gantt-mend = Move { $number } behind what it waits for
step-activity-shift = Change the dates of an activity
step-plan-shift = Move the whole plan
step-activity-mend = Move activities behind what they wait for

help-section-activities = Break each output down into what is really done: one verb, one person, a first and a last day. Five to eight activities an output are usual. Write first, put dates later.
help-section-activities-example = Output 1: 60 weavers earn from new designs. 1.1 Choose 60 weavers with the ward office; 1.2 Train 12 lead weavers in dyeing; 1.3 Sell at the fair in Kathmandu.
help-field-activity-name = What is done, beginning with a verb. If it needs the word "and", it may be two activities
help-field-activity-name-example = Train 12 lead weavers in natural dyeing
help-field-activity-output = The output that this activity brings about. An activity that serves none can be left out
help-field-activity-output-example = 1 Weavers produce designs that sell in the city
help-field-activity-parent = The activity that this one is a part of. Its dates then come from its parts
help-field-activity-parent-example = 1.2 Train lead weavers
help-field-activity-milestone = A moment that shows how far you are, with one date and no duration
help-field-activity-milestone-example = Agreement with the district signed, 15 November 2017
help-field-activity-start = The first day. A month is good enough at first; the checks tell when two things collide
help-field-activity-start-example = 1 November 2017
help-field-activity-finish = The last day of the work, included. Leave room for festivals, harvest and the rain
help-field-activity-finish-example = 31 January 2018
help-field-activity-after = What must be finished before this can begin, and how many days to wait after it. A number below zero lets them overlap
help-field-activity-after-example = 1.1 Choose 60 weavers, 7 days after it
help-field-activity-responsible = One post or person who answers for it. "The government" does not pick up the telephone
help-field-activity-responsible-example = Small industry officer, Palpa district
help-field-activity-place = Where it happens. Your superior asks this first when there is travel
help-field-activity-place-example = Tansen, training hall of the weavers' association
help-field-activity-deliverable = What can be seen or touched when it is done
help-field-activity-deliverable-example = Attendance list, 12 sample cloths, a photo of each
help-field-activity-learned = What in the programme gave you the idea. It shows your superior what the course was good for
help-field-activity-learned-example = Workshop: batik and natural dyes
help-field-activity-adapts = What you do differently at home, and why
help-field-activity-adapts-example = We use local walnut and madder instead of indigo, because they grow in the district
help-field-activity-risk = The risk that this activity makes smaller
help-field-activity-risk-example = Weavers leave for work abroad during the training
help-field-activity-borrowed = Whose idea it was. A borrowed activity names the plan and the team that it came from
help-field-activity-borrowed-example = Bhutan, "One gewog, one craft", team of the Department of Cottage Industry
