# What the command line says. Help texts stand beside their options, in English alone.

cli-note = { $file }: note: { $note }
cli-could-be-rescued = { $count ->
    [one] One row is still whole and could be rescued
   *[other] { $count } rows are still whole and could be rescued
}
cli-would-change = { $file }: would be written in another form
cli-formatted = { $file }: written in its usual form
cli-changed-meanwhile = { $file }: another program changed the file just now; nothing was written
cli-already-there = { $file }: is already there; --force replaces it
cli-same-target = { $file }: two documents would get this name; export them one by one with -o
cli-is-a-plan = { $file }: is one of the plans; choose another name with -o
cli-no-window = This build has no window. The commands work without one: rencana --help
cli-no-display = The window cannot be shown here: { $reason }. The commands work without one: rencana --help
