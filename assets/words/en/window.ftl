# Words of the window.

## Commands
command-new = New plan
command-open = Open...
command-save = Save
command-save-as = Save as...
command-import = Import from a spreadsheet...
command-hand-over = Hand over
command-close = Close plan
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-palette = Find anything
command-find = Find and replace
command-find-next = Next place found
command-find-previous = Previous place found
command-next-tab = Next open plan
command-start = Start screen
command-previous-page = Previous section
command-next-page = Next section
command-toggle-sections = Show or hide sections
command-toggle-side = Show or hide help
command-toggle-preview = Show or hide the preview
command-help = Help
command-checks = Checks
command-comments = Comments
command-history = History
command-next-pane = Next part of the window
command-zoom-in = Larger
command-zoom-out = Smaller
command-zoom-reset = Usual size
command-light-theme = Light colours
command-dark-theme = Dark colours
command-system-theme = Colours of the system
command-in-english = Interface in English
command-in-indonesian = Interface in Indonesian
command-direction-by-language = Direction of the window by language
command-left-to-right = Window from left to right
command-right-to-left = Window from right to left
command-nastaliq = Urdu in Nastaliq
command-naskh = Urdu in Naskh
command-simple-mode = Short form: eighteen fields
command-full-mode = Full method
command-about = About Rencana

## Menus
menu-file = File
menu-edit = Edit
menu-view = View
menu-plan = Plan
menu-help = Help

## Sections
group-begin = Begin
group-observe = Observe
group-analyse = Analyse
group-design = Design
group-deliver = Deliver
section-team = Plan and team
section-team-purpose = Who plans what, for which country, from when to when
section-journal = Journal
section-journal-purpose = What we saw, and what of it can work at home: two minutes each evening
section-context = Context
section-context-purpose = Where we work, for whom, and why it comes first
section-stakeholders = Stakeholders
section-stakeholders-purpose = Who gains, who loses, who decides, who pays, and how we work with them
section-matrix = Project design matrix
section-matrix-purpose = What changes, for whom, and how we will know
section-activities = Plan of operation
section-activities-purpose = What is done, by whom, and when
section-budget = Budget
section-budget-purpose = What it costs, and who pays
section-simple = Eighteen fields
section-simple-purpose = The short form: everything that your ministry asks first, on one page
section-hand-over = Hand over
section-hand-over-purpose = Documents for your superior, your ministry and the room
help-section-hand-over = Each document is made fresh from the plan; nothing has to be written twice. Give your superior the one-page brief first: it says what is asked and what it costs. In one language it is easier to read; in all languages everybody sees that both say the same. On the last day, F5 shows the slides on the screen, with a clock and with what you can say.
help-section-hand-over-example = Monday: the brief in Nepali to the chief. Wednesday: the whole plan as PDF to the ministry, with the workbook for whoever checks the sums.
# Short names for narrow windows.
section-team-short = Team
section-journal-short = Journal
section-context-short = Context
section-stakeholders-short = People
section-trees-short = Trees
section-strategy-short = Strategy
section-matrix-short = Matrix
section-activities-short = Work
section-budget-short = Budget
section-risks-short = Risks
section-cooperation-short = Co-operate
section-worksheets-short = Sheets
section-simple-short = 18 fields
section-hand-over-short = Hand over
section-choices-short = Choose

nav-empty = { $name }, not begun
nav-begun = { $name }, { $there } of { $all } done
nav-full = { $name }, complete
nav-with-findings = { $name }, { $count } to look at
nav-to-full = Use the full method
nav-to-simple = Use the short form

## Start
start-motto = From what you saw to a plan your ministry accepts
start-new = New plan
start-open = Open...
start-recent = Recent plans
start-recent-empty = Plans that you open or save will stand here
start-forget = Take { $name } off this list
start-recovered = Recovered work
start-recovered-note = The program ended before this was saved
start-recover = Open it
start-discard = Throw it away
start-countries = Begin with your country
start-map = Map of the countries
start-other-country = Another country
start-other-hint = Type its name
start-other-none = No country of this name
start-new-for = New plan for { $country }
start-fiscal = year from { $day } { $month }
start-examples = Worked examples
start-examples-note = Complete plans to look at and to learn from. Their figures are invented
plan-untitled = Plan without a title
recovered-of-file = { $when }, of { $path }
recovered-unsaved = { $when }, never saved

## Months
month-gregorian-1 = January
month-gregorian-2 = February
month-gregorian-3 = March
month-gregorian-4 = April
month-gregorian-5 = May
month-gregorian-6 = June
month-gregorian-7 = July
month-gregorian-8 = August
month-gregorian-9 = September
month-gregorian-10 = October
month-gregorian-11 = November
month-gregorian-12 = December
month-solar-hijri-1 = Farvardin
month-solar-hijri-2 = Ordibehesht
month-solar-hijri-3 = Khordad
month-solar-hijri-4 = Tir
month-solar-hijri-5 = Mordad
month-solar-hijri-6 = Shahrivar
month-solar-hijri-7 = Mehr
month-solar-hijri-8 = Aban
month-solar-hijri-9 = Azar
month-solar-hijri-10 = Dey
month-solar-hijri-11 = Bahman
month-solar-hijri-12 = Esfand
month-bikram-sambat-1 = Baisakh
month-bikram-sambat-2 = Jestha
month-bikram-sambat-3 = Ashadh
month-bikram-sambat-4 = Shrawan
month-bikram-sambat-5 = Bhadra
month-bikram-sambat-6 = Ashwin
month-bikram-sambat-7 = Kartik
month-bikram-sambat-8 = Mangsir
month-bikram-sambat-9 = Poush
month-bikram-sambat-10 = Magh
month-bikram-sambat-11 = Falgun
month-bikram-sambat-12 = Chaitra

## Rows and fields
row-up = Move { $name } up
row-down = Move { $name } down
row-delete = Delete { $name }
choice-none = Not chosen yet
field-day-like = e.g. { $day }
field-day-wrong = Write a date like 2 October 2017 or 2.10.2017
field-number-wrong = Write a number like 1,250.50
field-currency-wrong = Write three letters, such as NPR
hint-currency = three letters
hint-title = A short name that says what changes
team-people = The team
team-member = Team member { $number }
team-empty = Who writes this plan? One to three people is usual
team-add = Add a team member
team-settings = Country, money, calendar, languages
team-settings-note = Filled in from the country. Change what does not fit
language-primary = first language
language-make-primary = Make it the first
language-add = Add a language
language-note = A plan is written in up to three languages, side by side. Nothing is deleted when you take one off
languages-all = All
languages-all-note = Show all languages side by side
languages-show = Show { $language }

## Beside the page
side-help = Help
side-checks = Checks
side-comments = Comments
side-history = History
help-example = For example
checks-none = Nothing to mend. Well done
checks-here = On this page
checks-elsewhere = On other pages
checks-more = and { $count } more
check-go = Go there
check-leave = Leave it
check-leave-said = Leave it: { $place }, { $code }
check-leave-reason = Why it stays as it is
check-leave-hint = For the next reader, such as: the hall is ours
check-leave-so = Leave it so
check-leave-cancel = Cancel
checks-left = Left as they are ({ $count })
check-left-reason = Reason
check-left-nothing = The check finds nothing here any more
check-look-again = Look at it again
check-look-again-said = Look at it again: { $place }, { $code }
comments-here = On this page
comments-elsewhere = On other pages
comments-none = No remarks yet. Write one for your team, or for whoever reads the plan next
comments-where = Open a page of the plan to write a remark on it
comment-about = About: { $place }
comment-text = Your remark
comment-author = Your name
comment-as = Signed { $author }
comment-as-other = Another name
comment-mark = { $name }: { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
comment-add = Add the remark
comment-settle = Settle
comment-settled = Settled
comment-open-again = Open again
comment-delete = Delete
comment-whole-plan = The whole plan
history-note = The steps since this plan was opened. Click one to go back to it; nothing is lost
history-opened = As it was opened
step-change = { $thing }, { $what }
step-add = New: { $thing }
step-delete = Delete: { $thing }
step-move = Move: { $thing }
palette-name = Find a command or an item
palette-hint = Type what you want to do or find
palette-nothing = Nothing of this name
palette-section = Section

## Find in the plan
find-title = Find in the plan
find-close = Close the search
find-what = Words to find
find-note = All texts of the plan, in all its languages. A letter is found however it was typed: large or small, in one piece or in parts, digits of any script
find-nothing = Nothing found
find-count = { $count ->
    [one] One place
   *[other] { $count } places
}
find-at = { $at } of { $count }
find-with = Words to put there
find-replace = Replace
find-replace-all = { $count ->
    [one] Replace the one place
   *[other] Replace all { $count } places
}
find-replaced = { $count ->
    [one] One place was replaced. Undo takes it back
   *[other] { $count } places were replaced. Undo takes them back
}
step-replace = Replace words

pane-sections = Sections
pane-page = Page
pane-preview = Preview
pane-side = Help and checks

## Preview of the document
preview-title = Preview
preview-close = Close the preview
preview-next = Next page
preview-previous = Previous page
preview-page = Page { $page } of { $count }
preview-waiting = Laying out the pages...
preview-problem = The pages do not show your last change: { $detail }. Your plan is safe; go on writing

## Status
status-saving = Saving...
status-other = Somebody else changed the file
status-never-saved = Not saved in a file yet
status-changed = Changed since the last save
status-as-opened = Saved
status-saved = Saved { $time }
status-recovery = recovery copy { $time }
status-no-findings = Nothing to mend
status-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
status-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
status-hints = { $count ->
    [one] 1 hint
   *[other] { $count } hints
}
toast-dismiss = Close this message
undone-toast = Undone: { $step }
redone-toast = Done again: { $step }
saved-toast = Saved as { $name }
making = Making { $name }: { $step } ({ $seconds } s)
making-reading = reading the plan
making-pages = laying out the pages
making-writing = writing the file
making-stopping = Stopping { $name }. No file is made
making-stop = Stop
making-several = Document { $at } of { $of }, { $name }: { $step } ({ $seconds } s)
making-stopping-several = Stopping. What is ready stays
several-title = Several documents at once
several-about = Tick what you need. All of them go into one folder, each under a name of its own
several-all-open = Of all { $count } open plans
several-count = { $count ->
    [0] Choose what to make
    [one] 1 document
   *[other] { $count } documents
}
several-ready = { $count ->
    [0] No document could be made
    [one] One document is ready in “{ $folder }”
   *[other] { $count } documents are ready in “{ $folder }”
}
several-stopped = { $count ->
    [0] Stopped. No document was made
    [one] Stopped. One of { $of } documents is ready in “{ $folder }”
   *[other] Stopped. { $count } of { $of } documents are ready in “{ $folder }”
}
several-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
exported-toast = { $name } is ready
open-file = Open it
open-folder = Open its folder
open-failed = The system could not open { $path }
tab-close = Close { $title }

## Saving and opening
saved-in-place = Saved over the old file, because its folder takes no new one
saved-beside = Saved. Somebody else saved this plan in the same moment: their version is kept beside it as “{ $name }”
saved-unconfirmed = Saved, but the disk has not confirmed it. Do not unplug it yet
file-gone = The file of this plan is not there any more. The plan is here; save it again
save-disk-full =
    The disk is full. Free some space, or save in another folder
    { $path }
save-disk-full-room =
    The disk is full: the plan needs { $needed }, and { $free } is free. Free some space, or save in another folder
    { $path }
size-kb = { $count } kB
size-mb = { $count } MB
save-no-right =
    You may not write there. Save a copy in another folder
    { $path }
save-read-only =
    The file or the disk is read-only. Save a copy in another folder
    { $path }
save-folder-gone =
    The folder is not there. Plug the stick in again, or save in another folder
    { $path }
save-not-a-file =
    A folder has this name. Choose another name
    { $path }
save-in-use =
    Another program holds the file. Close it there, then save again
    { $path }
save-bad-name =
    The disk does not take this name. Choose a shorter, plainer one
    { $path }
save-came-back-different =
    What was written came back different. Save on another disk; this one may be failing
    { $path }
save-other = The file could not be written. Save a copy in another folder
plan-near-limit = This plan grows very large. A file with more than { $rows } rows or { $megabytes } MB cannot be opened again: divide it into two plans soon
plan-over-limit = This plan is larger than a file that can be opened: { $rows } rows or { $megabytes } MB. It is still saved and kept. Divide it into two plans before you close it
recovery-failed = Recovery copies cannot be written. Save often
recovery-unreadable = The recovery copy cannot be read
problem-large = This file is larger than plans usually are
problem-too-large = This file is too large for a plan
problem-empty = There is nothing in this file
problem-not-utf8 = This file is not written in UTF-8
problem-damaged = This file is damaged
problem-conflict = This file holds two versions that were joined by another program
problem-other-kind = This is a file of another kind
problem-not-a-plan = This file is no plan
problem-syntax = There is a mistake in this file
problem-unreadable = This file cannot be read
problem-would-not-come-back = The plan would not come back as it is, so nothing was written. Keep the window open
note-unfit = A value did not fit its field
note-dangling = A value points to something that is not there
note-circle = A value would make something depend on itself
note-new-id = An item was given a new identity
note-unknown = Something that this version does not know was kept
note-set-aside = An item was set aside
note-cleaned = Characters that no text should hold were taken out
note-newer = The file was made by a newer version
note-no-schema = The file names no version
note-encoding = The file has Windows line ends or a mark at its start
note-remarks = The file holds remarks; they stay
note-lost = A piece of the file could not be saved
refused-no-such-row = This is not in the plan any more
refused-id-taken = This is already in the plan
refused-no-such-target = That is not in the plan any more
refused-circle = That would make it wait for itself
refused-languages = A plan has at most three languages, each once
refused-other-plan = This is another plan
dialog-open-title = Open a plan
dialog-save-title = Save the plan
dialog-folder-title = Put the documents into a folder
dialog-kind-plan = Action plan
dialog-kind-document = Document
dialog-open = Open
dialog-save = Save
dialog-use-folder = Use this folder
dialog-cancel = Cancel
dialog-new-folder = New folder
dialog-file = File:
dialog-parent = Folder above
dialog-hidden = Show hidden files
dialog-unreadable = This folder cannot be read
dialog-not-there = There is no file of this name here
dialog-no-new-folder = No folder can be made here

## Questions
ask-unsaved = Save “{ $title }” before it closes?
ask-unsaved-note = Changes that are not saved will be gone
ask-save = Save
ask-do-not-save = Do not save
ask-cancel = Cancel
ask-overwrite = Replace “{ $name }”?
ask-overwrite-note = A file of this name is there already
ask-replace = Replace it
ask-overwrite-several = { $count ->
    [one] Replace one file?
   *[other] Replace { $count } files?
}
ask-overwrite-several-note = They are in the folder already
ask-replace-several = Replace them
ask-changed = Somebody else changed the file of “{ $title }”
ask-changed-note = Your version and theirs are both whole. Join both: what only one of you changed is kept, and you choose where both changed one thing. Or keep yours as a copy, or take theirs
ask-gone = The file of “{ $title }” is not there any more
ask-gone-note = It was moved, deleted, or its disk was unplugged. The plan is still here
ask-keep-mine-as-copy = Save mine as a copy...
ask-take-theirs = Take theirs
ask-write-again = Write it there again
ask-later = Not now
ask-not-saved = The plan could not be saved
ask-save-elsewhere = Save in another place...
ask-try-again = Try again
ask-cannot-open = “{ $name }” cannot be opened
ask-open-anyway = Open it all the same
ask-close = Close
ask-notes = { $count ->
    [one] One thing in “{ $name }” needs your eyes
   *[other] { $count } things in “{ $name }” need your eyes
}
ask-notes-note = The plan is open. Nothing of the file was thrown away
about-version = Version { $version }
about-text = Drafts the action plan that you take home from a training course. Works without a network; nothing that you write leaves this computer

## Hand over
hand-over-errors = { $count ->
    [one] One check says that something contradicts itself. You can hand the plan over all the same
   *[other] { $count } checks say that something contradicts itself. You can hand the plan over all the same
}
hand-over-see-checks = See them
hand-over-layout = Layout of the matrix in documents:
hand-over-urdu = Style of Urdu, here and in documents:
hand-over-naskh = Naskh
hand-over-nastaliq = Nastaliq
hand-over-reading = To read and to sign
hand-over-room = For the room
hand-over-counting = To count and to plan
hand-over-programs = For other programs
hand-over-make = Make it...
hand-over-all-languages = All languages...
hand-over-page-each = A page in each language...
hand-over-only-in = Only { $language }...
hand-over-in = In { $language }...
export-format-pdf-about = The whole plan to read and to print: cover, contents, matrix, plan of operation, budget
export-format-brief-about = One page for your superior: what is asked, what it costs, the first step, a place to sign. Each language has its own page
