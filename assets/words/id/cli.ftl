# Yang dikatakan baris perintah. Teks bantuan ada di samping pilihannya, hanya dalam bahasa Inggris.

cli-note = { $file }: catatan: { $note }
cli-could-be-rescued = { $count ->
   *[other] { $count } baris masih utuh dan dapat diselamatkan
}
cli-would-change = { $file }: akan ditulis dalam bentuk lain
cli-formatted = { $file }: ditulis dalam bentuk bakunya
cli-saved-beside = { $file }: ditulis; program lain menyimpannya pada saat yang sama, dan versinya disimpan sebagai { $other }
cli-changed-meanwhile = { $file }: program lain baru saja mengubah berkas ini; tidak ada yang ditulis
cli-already-there = { $file }: sudah ada; --force menggantinya
cli-same-target = { $file }: dua dokumen akan mendapat nama ini; ekspor satu per satu dengan -o
cli-is-a-plan = { $file }: adalah salah satu rencana; pilih nama lain dengan -o
cli-no-window = Versi ini tidak memiliki jendela. Perintah tetap dapat dipakai tanpa jendela: rencana --help
cli-no-display = Jendela tidak dapat ditampilkan di sini: { $reason }. Perintah dapat dipakai tanpa jendela: rencana --help
cli-nothing-to-mend = { $file }: tidak ada yang perlu diperbaiki
cli-left-as-they-are = { $file }: { $count } temuan dibiarkan apa adanya, dengan alasan di dalam rencana
cli-count-error = { $count ->
    [0] tanpa kesalahan
   *[other] { $count } kesalahan
}
cli-count-warning = { $count ->
    [0] tanpa peringatan
   *[other] { $count } peringatan
}
cli-count-hint = { $count ->
    [0] tanpa saran
   *[other] { $count } saran
}
cli-no-such-country = { $code }: tidak ada negara dengan kode ini. Pakai dua huruf ISO 3166, misalnya NP untuk Nepal
cli-no-such-programme = { $key }: tidak ada program dengan kunci ini. Yang dikenal: { $known }
cli-plan-already-there = { $file }: sudah ada; pilih nama lain dengan -o
cli-severity-error = kesalahan
cli-severity-warning = peringatan
cli-severity-hint = saran
cli-other-plan = Berkas-berkas ini bukan salinan dari satu rencana: id-nya berbeda. Tidak ada yang ditulis
cli-choice = { $file }: { $place }: { $what }. Sebelumnya: { $before }. Milik kita: { $ours }. Milik mereka: { $theirs }
cli-choice-deleted = { $file }: { $place } (“{ $about }”): { $what }. Tetap ada sampai seseorang memilih
cli-reordered = { $file }: { $what }: kedua salinan memindahkan satu ke tempat yang berbeda; periksa urutannya
cli-choices = { $file }: { $count ->
   *[other] { $count } hal perlu dipilih. Rencana menyimpan kedua jawaban; buka di jendela untuk memilih
}
