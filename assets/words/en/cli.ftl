# What the command line says. Help texts stand beside their options, in English alone.

cli-note = { $file }: note: { $note }
cli-could-be-rescued = { $count ->
    [one] One row is still whole and could be rescued
   *[other] { $count } rows are still whole and could be rescued
}
cli-would-change = { $file }: would be written in another form
cli-formatted = { $file }: written in its usual form
cli-saved-beside = { $file }: written; another program saved it in the same moment, and its version is kept as { $other }
cli-changed-meanwhile = { $file }: another program changed the file just now; nothing was written
cli-already-there = { $file }: is already there; --force replaces it
cli-same-target = { $file }: two documents would get this name; export them one by one with -o
cli-is-a-plan = { $file }: is one of the plans; choose another name with -o
cli-no-window = This build has no window. The commands work without one: rencana --help
cli-no-display = The window cannot be shown here: { $reason }. The commands work without one: rencana --help
cli-nothing-to-mend = { $file }: nothing to mend
cli-left-as-they-are = { $count ->
    [one] { $file }: one finding is left as it is, with a reason in the plan
   *[other] { $file }: { $count } findings are left as they are, with reasons in the plan
}
cli-count-error = { $count ->
    [0] no error
    [one] one error
   *[other] { $count } errors
}
cli-count-warning = { $count ->
    [0] no warning
    [one] one warning
   *[other] { $count } warnings
}
cli-count-hint = { $count ->
    [0] no hint
    [one] one hint
   *[other] { $count } hints
}
cli-no-such-country = { $code }: no country has this code. Use the two letters of ISO 3166, such as NP for Nepal
cli-no-such-programme = { $key }: no programme has this key. Known are: { $known }
cli-plan-already-there = { $file }: is already there; choose another name with -o
cli-severity-error = error
cli-severity-warning = warning
cli-severity-hint = hint
cli-other-plan = The files are not copies of one plan: their ids differ. Nothing was written
cli-choice = { $file }: { $place }: { $what }. Before: { $before }. Ours: { $ours }. Theirs: { $theirs }
cli-choice-deleted = { $file }: { $place } (“{ $about }”): { $what }. It stays until somebody chooses
cli-reordered = { $file }: { $what }: both copies moved one to different places; look at the order
cli-choices = { $file }: { $count ->
    [one] one thing is to be chosen. The plan keeps both answers; open it in the window to choose
   *[other] { $count } things are to be chosen. The plan keeps both answers; open it in the window to choose
}
