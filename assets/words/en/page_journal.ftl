# Words of the journal, with its help.

journal-progress = { $written } of { $all } sources have notes
journal-progress-today = { $count ->
    [0] none of them from today
    [one] one of them from today
   *[other] { $count } of them from today
}
journal-next = Write the next one
journal-done = Every source has notes. Well done
journal-own = Sources of our own
journal-own-empty = A market, a shop, a talk over dinner: add what is on no timetable
journal-own-add = Add a source of our own
journal-unnamed = Source without a name
journal-line = { $name }, { $count } of 4 written
journal-use-activity = Make an activity of it
journal-use-card = Make a card of it
journal-use-note = Write what you saw or would adapt. Then it can become an activity of the plan
journal-used-in = Learned here: { $number } { $name }
journal-delete = Delete these notes
step-write-lesson = Write a lesson
step-use-lesson = Make an activity of a lesson
step-use-lesson-card = Make a card of a lesson
hint-lesson-own_source = Its name, and where it was
hint-lesson-saw = One thing that surprised you
hint-lesson-why = Who or what makes it possible
hint-lesson-differs = Law, money, habits, materials
hint-lesson-adapt = The part that would work at home

help-section-journal = Two minutes each evening are enough. Open the source you visited, write one line in each of the four fields, and give it stars. What would work at home becomes an activity with one click, and the plan then names where it was learned.
help-section-journal-example = Golf gloves. Saw: every worker checks the pair before it goes on. Works there: pay is for good pairs. Differs at home: pay is for pieces. Adapt: pay for pieces that pass.
help-field-lesson-source = The part of the programme where you learned it. It comes from the list of the programme.
help-field-lesson-source-example = Industry visit: rattan weaving
help-field-lesson-own_source = What you learned from outside the timetable. Write a name that the others know.
help-field-lesson-own_source-example = Silver shops in Kotagede, Sunday walk
help-field-lesson-day = The day on which you saw it. While the course runs, the day on which you write is put in for you.
help-field-lesson-day-example = 4 August 2017
help-field-lesson-saw = What you saw with your own eyes, not what was said. One fact, a number if there is one.
help-field-lesson-saw-example = Twelve workshops share one dyeing hall. Each pays by the litre.
help-field-lesson-why = What makes it possible there: people, rules, money, habits, place.
help-field-lesson-why-example = The district owns the hall, the association keeps the key and the book.
help-field-lesson-differs = What is not the same in your country. This decides whether the idea survives the journey.
help-field-lesson-differs-example = Our workshops stand 20 km apart, and no association has its own account.
help-field-lesson-adapt = The part that you would take, changed so that it fits. Begin with a verb.
help-field-lesson-adapt-example = Put one shared dyeing hall next to the weekly market of the largest village.
help-field-lesson-rating = How useful it is for your plan: one star for nice to know, five for the heart of the plan.
help-field-lesson-rating-example = Five stars: without it the plan would look different
