# Words of the problem tree and the objective tree, with their help.

section-trees = Problem tree
section-trees-purpose = What keeps things as they are, what follows from it, and what it looks like when it is solved

## What cards are called
trees-core = Core problem { $number }
trees-cause = Cause { $number }
trees-effect = Effect { $number }
trees-core-objective = Core objective { $number }
trees-means = Means { $number }
trees-end = End { $number }
trees-waiting = Waiting card
trees-waiting-objective = Objective of a waiting card
trees-card = { $name }: { $text }
trees-unwritten = not written yet
trees-reason-of = Why { $name } leads there: { $text }
trees-why = Why?

## Above the canvas
trees-show-problems = Problems
trees-show-objectives = Objectives
trees-show-both = Side by side
trees-smaller = Smaller
trees-larger = Larger
trees-fit = Show all
trees-details = Details
trees-large = Large view
trees-large-end = Back to the window
trees-make-rows = Make matrix rows...
trees-differences =
    { $count ->
        [one] One difference from the matrix
       *[other] { $count } differences from the matrix
    }
trees-hint = Enter: card beside · Ctrl+Enter: card below · F2: write · Alt+arrows: move
trees-hint-writing = Enter: the next card · Ctrl+Enter: what causes it · Ctrl+Shift+Enter: an effect of the core problem · Escape: done
trees-hint-no-core = Choose the card that is the core problem and drag it into the middle
trees-carrying = Walk to the card it should hang on and press Enter, or click it. Escape lets go
trees-no-circle = A card cannot hang on a card of its own branch
trees-deleted =
    { $count ->
        [one] The card is gone. Ctrl+Z brings it back
       *[other] The branch of { $count } cards is gone. Ctrl+Z brings it back
    }
trees-rows-made = The rows are in the matrix. Ctrl+Z takes them back

## Empty
trees-empty = A problem tree shows in one picture what the plan must change. In the middle stands the core problem; below it what causes it; above it what follows from it.
trees-begin = Write the core problem
trees-silent-begin = Write cards in silence
trees-silent-note = For a team: everybody's cards first, the talk afterwards

## Writing in silence
trees-silent-end = Place the cards
trees-silent-rules = One problem a card. Facts, not missing solutions. Write before you discuss; nobody asks who wrote a card
trees-silent-field = New card
trees-silent-add = Add the card
trees-silent-count =
    { $count ->
        [0] No cards yet
        [one] One card
       *[other] { $count } cards
    }

## Cards that wait
trees-tray = Waiting cards: { $count }
trees-tray-note = Drag a card to where it belongs

## On a card
trees-problem-hint = What is the problem? A fact, not a missing solution
trees-objective-from = When this is solved: { $problem }
trees-objective-hint = What is true when it is solved?
trees-reason-hint = Why does it lead to the card it hangs on?
trees-details-hide = Hide the details
trees-add-cause = Add a cause
trees-add-effect = Add an effect
trees-details-of = { $name }: details
trees-choose-branch = Choose this branch
trees-leave-branch = Take the choice back
trees-move = Move to another card...
trees-make-core = Make it the core problem
trees-make-cause = Make it a cause
trees-make-effect = Make it an effect
trees-back = Move { $name } back
trees-on = Move { $name } on
trees-out = Move { $name } out of its branch
trees-in = Hang { $name } on the card before it

## From branch to matrix
trees-rows-title = From the chosen branches to the matrix
trees-rows-note = Each objective becomes a row and stays linked to its card. What is written already keeps its words.
trees-row = { $row } from { $name }: { $state }
trees-row-part = Sub-activity
trees-row-new = will be made
trees-row-join = is written already, will be linked
trees-row-there = is there
trees-row-no-objective = has no objective yet; write it first
trees-rows-goal = Overall goal from
trees-rows-make = Make these rows
trees-rows-none = All rows are there
trees-rows-waiting = Nothing can be made before the objectives are written
trees-rows-cancel = Cancel
trees-to-matrix = Show the matrix

## Card and row
link-card-changed = { $card } was changed
link-row-changed = { $row } was changed
link-differs = { $row } and { $card } say different things
link-says = { $name }: { $text }
link-take = Take the card's words
link-keep = Keep both as they are
link-write = Write it to the card
link-from = Tree: { $name }
link-to = Go to { $name }

## Steps
step-card-move = Move a branch
step-branch-choose = Choose a branch
step-branch-leave = Take back the choice of a branch
step-matrix-rows = Make matrix rows
step-link-take = Take the words of a card
step-link-write = Write a row's words to its card
step-link-keep = Keep card and row as they are

## Help
help-section-trees = Begin with the core problem: what most of your cards have to do with. Ask "why?" downwards for causes and "what follows?" upwards for effects. Then turn each problem into its positive twin: what is true when it is solved. Choose the branch that you can change, and make the rows of the matrix from it. Delete takes a card away; Ctrl+M carries it to another place.
help-section-trees-example = Core problem: paper makers get a fifth of the value of their paper. Cause: sheets of one order differ in weight. Cause of that: pulp is measured by eye.
help-field-card-kind = Where the card stands: in the middle, below as a cause, above as an effect.
help-field-card-kind-example = Cause
help-field-card-parent = The card to which this one leads. A cause leads to what it causes; an effect comes from what it hangs on.
help-field-card-parent-example = "Pulp is measured by eye" hangs on "Sheets differ in weight"
help-field-card-problem = One problem, as a fact that can be seen or counted. Not a missing solution: "no training" hides what is wrong without it.
help-field-card-problem-example = Sheets of one order differ in weight and colour
help-field-card-objective = The same sentence when the problem is solved, as if it were so already. Check that it can be reached and that you want it.
help-field-card-objective-example = Sheets of one order have the same weight and colour
help-field-card-reason = Why this card leads to the one it hangs on. If you find no reason, something may be missing between them.
help-field-card-reason-example = Buyers take a discount of 40 percent for sorting
help-field-card-chosen = The branch that the plan works on. Its objectives can become rows of the matrix.
help-field-card-chosen-example = Even sheets: cheap, and the workshops can do it themselves
