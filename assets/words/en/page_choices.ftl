# Two copies of a plan become one: the page of open choices, and what is told about changes.

section-choices = To choose
section-choices-purpose = Two copies of this plan became one. Here is what both changed: choose what counts
group-together = Together
help-section-choices = Everything that only one copy changed is in the plan already. What both changed differently stands here, side by side. Take one answer, or leave it for later: the plan keeps both until you choose, also when you save and send it. Each answer can be undone.

choices-left = { $count ->
    [one] One choice left
   *[other] Choices left: { $count }
}
choices-done = Everything is chosen. The two copies are one plan
choices-done-next = Save the plan
choices-before = Before
choices-mine = Mine
choices-theirs = Theirs
choices-keep-mine = Keep mine
choices-take-theirs = Take theirs
choices-keep-both = Keep both
choices-keep-now = Keep what stands there now
choices-settle = Take it off this list
choices-go = Show it in the plan
choices-now = In the plan now: { $value }
choices-button = { $place }: { $answer }
choices-value = { $side }: { $value }
choices-all-mine = Keep mine everywhere
choices-all-theirs = Take theirs everywhere
choices-some-left = { $count ->
    [one] One choice could not be answered so. Look at it yourself
   *[other] { $count } choices could not be answered so. Look at them yourself
}
choices-changed = Both copies changed this
choices-deleted-by-mine = My copy deleted this; theirs works with it
choices-deleted-by-theirs = Their copy deleted this; mine works with it
choices-circle = The links of both copies together would go in a circle
choices-deletes = Delete it
choices-keeps = Keep it
choices-gone = It was deleted since
choices-gone-place = Something that is not in the plan any more
choices-no-such-choice = This was chosen already
choices-no-such-value = The field does not take this value. Keep yours, or write it in the plan
choices-step = Choose what counts
choices-step-all = Choose one side everywhere
choices-banner = { $count ->
    [one] Two copies of this plan changed one thing differently
   *[other] Two copies of this plan changed { $count } things differently
}
choices-banner-go = Choose
choices-empty = Nothing is open. When two copies of a plan are joined, what both changed stands here

merge-step = Join with another copy
merge-done = { $count ->
    [0] Joined. Everything found its place
    [one] Joined. One thing is for you to choose
   *[other] Joined. { $count } things are for you to choose
}
merge-nothing-new = { $name } holds nothing that is not in this plan
merge-with-version = Both copies come from the version of { $when }. So what only one of you changed or deleted was taken over
merge-without-base = It is not known where the two copies parted. So nothing was deleted: what one of them deleted may be back
merge-reordered = Both moved some rows to different places. Look at the order of: { $what }
merge-other-plan = { $name } is another plan, not a copy of this one. Open it beside, and copy what you need
merge-busy = This plan is being joined with another copy just now
copies-found = { $count ->
    [one] Beside this file there is another copy of the plan: { $name }
   *[other] Beside this file there are { $count } other copies of the plan. One of them: { $name }
}
copies-why = Shared folders make such copies when two people save at one time
copies-join = Join it
copies-later = Not now
ask-merge = Join both
dialog-merge-title = Join another copy of this plan
command-merge-copy = Join another copy...
command-choices = Choices after joining

seen-nothing = nothing
seen-yes = yes
seen-days-after = { $count ->
    [one] one day later
   *[other] { $count } days later
}
seen-days-before = { $count ->
    [one] overlapping by one day
   *[other] overlapping by { $count } days
}
seen-day = { $day } { $month } { $year }
change-added = Added
change-removed = Deleted
change-moved = Moved
change-changed = Changed
