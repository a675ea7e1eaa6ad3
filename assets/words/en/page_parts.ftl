# Words that several pages share.

profile-take = { $what }: { $name }
