# Plans that need care: rescued, open elsewhere, earlier versions.

## Rescued
ask-open-rescued = Open what can be rescued
ask-rescue-note = { $count ->
    [0] The texts of the plan itself can be read. Its rows cannot
    [one] One row of the plan can be read. The damaged file stays as it is
   *[other] { $count } rows of the plan can be read. The damaged file stays as it is
}
notice-rescued = { $count ->
    [0] Rescued from “{ $name }”. That file stays as it is; save this plan under a new name
    [one] Rescued from “{ $name }”, one piece was set aside. That file stays as it is; save this plan under a new name
   *[other] Rescued from “{ $name }”, { $count } pieces were set aside. That file stays as it is; save this plan under a new name
}
notice-see-list = What was set aside
set-aside = { $count ->
    [0] Everything in “{ $name }” could be read
    [one] One thing in “{ $name }” needs your eyes
   *[other] { $count } things in “{ $name }” need your eyes
}
set-aside-note = Compare these places with an older version or with your notes. The damaged file still holds them
set-aside-nothing = Save the plan under a new name
set-aside-copy = Copy this list
file-name-rescued = { $name } (rescued)
file-name-copy = { $name } (my copy { $day } { $month })

## Open elsewhere
holder-somebody = Somebody
holder-machine = Somebody on { $machine } (since { $since })
holder-named = { $name } on { $machine } (since { $since })
ask-elsewhere = “{ $name }” is open elsewhere
ask-elsewhere-note = { $who } has it open. If both of you save, one must take over the changes of the other
ask-elsewhere-read = Open it to read
ask-elsewhere-copy = Open a copy
ask-elsewhere-anyway = Open it all the same
notice-open-elsewhere = { $who } has this plan open. You can read it here
notice-marked = The file of this plan is marked read-only. You can read it here
notice-copy = Make a copy to change
notice-edit-anyway = Change it all the same
notice-freed = Nobody else has this plan open any more. You can change it now
notice-freed-by = { $name } has closed this plan. You can change it now
notice-edit = Change it
file-followed = Somebody else saved “{ $title }”. You see the new version; undo brings back the one before
read-only-toast = This plan is only to be read. Make a copy to change it

## The folder is away
notice-stranded = The folder of this plan is not there. Plug the stick in again, or save in another place. Until then a recovery copy is kept on this computer
file-back = The file of this plan is there again

## Earlier versions
command-versions = Earlier versions
history-versions = Earlier versions
history-versions-note = Every opening and every save is kept for a while, also after the program was closed
versions = Earlier versions
versions-purpose = What the plan was when you opened and saved it, and what changed since
versions-back = Back to the plan
versions-name = Name for the plan as it is now
versions-name-hint = before the presentation
versions-keep = Keep under this name
versions-working = Looking...
versions-none = No version yet. One is kept each time you open or save this plan
versions-choose = Choose a version to see what changed since
versions-open-copy = Open as a copy
versions-opened = This is the plan of { $when }, as a copy. Save it under a new name to keep it
versions-forget-name = Take the name away
versions-compare-with = Compared with
versions-now = the plan as it is now
versions-same = Nothing differs
versions-changes = { $count ->
    [one] One change
   *[other] { $count } changes
}
versions-more = and { $count } more
versions-before = before
versions-after = after
versions-damaged = This version is damaged and cannot be read. The others are not touched by that
versions-failed = Earlier versions cannot be kept on this computer. Your saves are not touched by that
versions-kind-opened = As opened
versions-kind-saved = Saved
versions-kind-born = Saved for the first time
take-theirs-step = Take the version of the file

## Recovered work
recovered-changes = { $count ->
    [0] Nothing in it differs from the file
    [one] One change that is not in the file
   *[other] { $count } changes that are not in the file
}
recovered-file-changed = { $count ->
    [one] Somebody changed the file since: it differs in one place. The recovered plan opens beside it
   *[other] Somebody changed the file since: it differs in { $count } places. The recovered plan opens beside it
}
recovered-file-gone = The file is not there any more. The recovered plan opens without one
recovered-change = { $place }: { $now }
fall = A mistake of the program ended it ({ $when }). What you had written is kept
work-fell = A mistake of the program stopped what it was doing. Your plan is as it was; save it now, and try again
recovered-risky = Opened { $count } times without success. The program may end again; save your other plans first
recovered-open-anyway = Open it all the same
recovered-show-folder = Show its folder
