# Bringing a spreadsheet into a plan.

## What is read
import-title = Import from { $name }
import-into = Read it into
import-into-budget = Budget
import-into-activities = Activities
import-into-indicators = Indicators
import-into-rates = Exchange rates
import-into-risks = Risks
import-into-cooperation = Co-operation
import-sheet = Sheet
import-heads = Row with the headings
import-no-heads = No headings
import-language = Language of its text
import-row = Row { $number }: { $cells }
import-skip = Leave out
import-column = What is in the column { $name }?
import-point-about = Say what each column is. Nothing in your plan changes yet
import-point-name = Which column is { $field }? Choose it above the column
import-other-plan = This workbook was made from another plan, so its rows can only come in as new ones
import-look = Look at the rows

## What changes
import-own-about = These are the differences between the workbook and your plan. Take what you want
import-rows-about = These rows would come into your plan. Take what you want
import-becomes = { $before } becomes { $after }
import-becomes-clash = { $before } becomes { $after }; the plan has changed here too since the workbook was made
import-nothing = nothing
import-new = New: { $thing }
import-gone = Is not in the workbook any more: delete it
import-no-changes = Nothing differs from your plan
import-take-all = Take all
import-leave-all = Leave all
import-take = { $count ->
    [one] Take one change
   *[other] Take { $count } changes
}
import-back = Back to the columns
import-nameless = { $count ->
    [one] One row without a name, such as a sum, is passed over
   *[other] { $count } rows without a name, such as sums, are passed over
}
import-cut = The sheet is larger than a plan can be; only its first 20,000 rows and 200 columns were read
import-unread = { $count ->
    [one] One cell was not understood; nothing changes there
   *[other] { $count } cells were not understood; nothing changes there
}
import-unread-cell = { $cell }: { $why } ({ $shown })
import-unread-more = and { $count } more
import-done = { $count ->
    [one] One change was taken. Undo takes it back
   *[other] { $count } changes were taken. Undo takes them back
}
step-import = Import from a spreadsheet
import-yes = Yes
import-no = No

## Cells that are not understood
import-cell-error = the spreadsheet shows an error there
import-cell-no-result = a formula without a result; open the file in your spreadsheet program and save it
import-cell-no-number = not a number
import-cell-no-day = not a date; write it as 2 October 2017
import-cell-no-choice = not one of the choices
import-cell-no-such-row = not in the plan
import-cell-no-code = not a code, such as NPR for the rupee

## Files that cannot be read
import-not-read = { $name } cannot be imported. { $why }
import-other-kind = It is no spreadsheet. Choose a file that ends in .xlsx, .ods or .csv
import-old-form = It has the form of Excel before 2007. Open it in your spreadsheet program and save it as .xlsx
import-locked = It is locked with a password. Take the password off in your spreadsheet program and save it
import-too-large = It is larger than any table for a plan. Copy the rows that you need into a new file
import-damaged = It is broken. Open it in your spreadsheet program and save it again
import-empty = Nothing stands in it
dialog-import-title = Import from a spreadsheet
dialog-kind-table = Spreadsheet

## What such columns are called elsewhere, in small letters with commas between
import-also-item = description, budget line, cost item, expenditure, particulars
import-also-quantity = qty, number of units, no. of units, amount of units, units
import-also-unit-cost = unit price, price, rate, cost per unit, unit rate
import-also-source = source, source of funds, funding source, funded by, paid by
import-also-note = remarks, comments, basis, justification, notes
import-also-activity = task, action, activities, task name
import-also-responsible = who, person responsible, lead, responsible person, in charge
import-also-start = begin, from, start date, starts
import-also-finish = end, until, end date, to, due, finish date
import-also-indicator = indicators, ovi, performance indicator
import-also-means = mov, source of data, data source, source of verification
