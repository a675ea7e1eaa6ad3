# Yang dikatakan baris perintah. Teks bantuan ada di samping pilihannya, hanya dalam bahasa Inggris.

cli-note = { $file }: catatan: { $note }
cli-could-be-rescued = { $count ->
   *[other] { $count } baris masih utuh dan dapat diselamatkan
}
cli-would-change = { $file }: akan ditulis dalam bentuk lain
cli-formatted = { $file }: ditulis dalam bentuk bakunya
cli-changed-meanwhile = { $file }: program lain baru saja mengubah berkas ini; tidak ada yang ditulis
cli-already-there = { $file }: sudah ada; --force menggantinya
cli-same-target = { $file }: dua dokumen akan mendapat nama ini; ekspor satu per satu dengan -o
cli-is-a-plan = { $file }: adalah salah satu rencana; pilih nama lain dengan -o
cli-no-window = Versi ini tidak memiliki jendela. Perintah tetap dapat dipakai tanpa jendela: rencana --help
cli-no-display = Jendela tidak dapat ditampilkan di sini: { $reason }. Perintah dapat dipakai tanpa jendela: rencana --help
