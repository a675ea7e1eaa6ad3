# Dua salinan rencana menjadi satu: halaman pilihan yang terbuka, dan yang dikatakan tentang perubahan.

section-choices = Perlu dipilih
section-choices-purpose = Dua salinan rencana ini menjadi satu. Di sini ada yang diubah keduanya: pilih mana yang berlaku
group-together = Bersama
help-section-choices = Semua yang hanya diubah oleh satu salinan sudah ada dalam rencana. Yang diubah keduanya secara berbeda ada di sini, berdampingan. Ambil satu jawaban, atau biarkan dulu: rencana menyimpan keduanya sampai Anda memilih, juga bila disimpan dan dikirim. Setiap jawaban dapat diurungkan.

choices-left = { $count ->
   *[other] Pilihan tersisa: { $count }
}
choices-done = Semua sudah dipilih. Kedua salinan menjadi satu rencana
choices-done-next = Simpan rencana
choices-before = Sebelumnya
choices-mine = Milik saya
choices-theirs = Milik mereka
choices-keep-mine = Pakai milik saya
choices-take-theirs = Ambil milik mereka
choices-keep-both = Pakai keduanya
choices-keep-now = Pakai yang ada sekarang
choices-settle = Hapus dari daftar ini
choices-go = Tampilkan dalam rencana
choices-now = Dalam rencana sekarang: { $value }
choices-button = { $place }: { $answer }
choices-value = { $side }: { $value }
choices-all-mine = Pakai milik saya di semua tempat
choices-all-theirs = Ambil milik mereka di semua tempat
choices-some-left = { $count ->
   *[other] { $count } pilihan tidak dapat dijawab begitu. Periksalah sendiri
}
choices-changed = Kedua salinan mengubah ini
choices-deleted-by-mine = Salinan saya menghapus ini; salinan mereka memakainya
choices-deleted-by-theirs = Salinan mereka menghapus ini; salinan saya memakainya
choices-circle = Kaitan kedua salinan bersama-sama akan berputar
choices-deletes = Hapus
choices-keeps = Pertahankan
choices-gone = Ini sudah dihapus sejak itu
choices-gone-place = Sesuatu yang tidak ada lagi dalam rencana
choices-no-such-choice = Ini sudah dipilih
choices-no-such-value = Isian ini tidak menerima nilai itu. Pakai milik Anda, atau tulis dalam rencana
choices-step = Memilih yang berlaku
choices-step-all = Memilih satu pihak di semua tempat
choices-banner = { $count ->
   *[other] Dua salinan rencana ini mengubah { $count } hal secara berbeda
}
choices-banner-go = Pilih
choices-empty = Tidak ada yang terbuka. Bila dua salinan rencana digabung, yang diubah keduanya ada di sini

merge-step = Menggabung dengan salinan lain
merge-done = { $count ->
    [0] Tergabung. Semua menemukan tempatnya
   *[other] Tergabung. { $count } hal perlu Anda pilih
}
merge-nothing-new = { $name } tidak berisi hal yang belum ada dalam rencana ini
merge-with-version = Kedua salinan berasal dari versi { $when }. Maka yang hanya diubah atau dihapus salah satu dari Anda diambil
merge-without-base = Tidak diketahui di mana kedua salinan berpisah. Karena itu tidak ada yang dihapus: yang dihapus di salah satunya mungkin muncul kembali
merge-reordered = Keduanya memindahkan beberapa baris ke tempat yang berbeda. Periksa urutan: { $what }
merge-other-plan = { $name } adalah rencana lain, bukan salinan rencana ini. Buka di sampingnya, lalu salin yang Anda perlukan
merge-busy = Rencana ini sedang digabung dengan salinan lain
copies-found = { $count ->
    [1] Di samping berkas ini ada salinan lain dari rencana: { $name }
   *[other] Di samping berkas ini ada { $count } salinan lain dari rencana. Salah satunya: { $name }
}
copies-why = Folder bersama membuat salinan seperti ini bila dua orang menyimpan pada saat yang sama
copies-join = Gabungkan
copies-later = Nanti saja
ask-merge = Gabungkan keduanya
dialog-merge-title = Gabungkan salinan lain dari rencana ini
command-merge-copy = Gabungkan salinan lain...
command-choices = Pilihan setelah penggabungan

seen-nothing = kosong
seen-yes = ya
seen-days-after = { $count ->
   *[other] { $count } hari kemudian
}
seen-days-before = { $count ->
   *[other] tumpang tindih { $count } hari
}
seen-day = { $day } { $month } { $year }
change-added = Ditambahkan
change-removed = Dihapus
change-moved = Dipindahkan
change-changed = Diubah
