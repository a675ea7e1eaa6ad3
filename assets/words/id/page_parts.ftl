# Kata-kata yang dipakai beberapa halaman.

profile-take = { $what }: { $name }
