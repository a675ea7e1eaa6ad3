# Kata-kata risiko, dengan bantuannya, dan kata-kata untuk yang dibawa dari satu halaman ke halaman lain.

section-risks = Risiko
section-risks-purpose = Apa yang mungkin gagal, seberapa berat, dan apa yang kami lakukan
risks-empty = Apa yang dapat menghentikan rencana? Mulai dengan tiga: uang yang terlambat, orang yang pergi, pasar yang berubah
risks-add = Tambah risiko
risks-add-here = Tambah risiko di sini
risks-all = Semua risiko
risks-of-cell = Risiko dalam sel yang dipilih
risks-cell-empty = Tidak ada risiko di sini
risks-heaviest = Yang terberat dahulu
risks-unplaced = Belum ada kemungkinan atau dampaknya:
risks-hint = Pilih sel untuk melihat risikonya
risks-show-all = Tampilkan semua risiko
risks-cell = Kemungkinan { $likelihood }, dampak { $impact }: { $count ->
    [0] tidak ada risiko
   *[other] { $count } risiko
}
risks-go = Ke { $name }
risks-unnamed = Risiko tanpa kata
risks-unrated = belum dinilai
risks-unrated-note = Pilih kemungkinan dan dampak untuk melihat bobot risiko
risks-weight = { $weight }, { $band }
risks-times = Kemungkinan { $likelihood } kali dampak { $impact } adalah
risks-treated-by = ditangani kegiatan { $number }
risks-make-activity = Jadikan penanganan sebagai kegiatan...
risks-make-activity-note = Tulis penanganannya dahulu
step-risk-activity = Jadikan penanganan sebagai kegiatan

choice-risk-band-low = Rendah
choice-risk-band-medium = Sedang
choice-risk-band-high = Tinggi
choice-risk-band-very-high = Sangat tinggi
risk-likelihood-1 = sangat kecil kemungkinannya
risk-likelihood-2 = kecil kemungkinannya
risk-likelihood-3 = mungkin
risk-likelihood-4 = besar kemungkinannya
risk-likelihood-5 = hampir pasti
risk-impact-1 = hampir tidak terasa
risk-impact-2 = kecil
risk-impact-3 = jelas terasa
risk-impact-4 = besar
risk-impact-5 = rencana gagal

take-which-output = Di bawah keluaran mana?
take-no-output = Belum ada keluaran
take-without-output = Tanpa keluaran untuk saat ini
take-unnamed-output = Keluaran tanpa kata
take-unnamed-activity = Kegiatan tanpa nama
take-is-activity = Kegiatan { $number }: { $name }

hint-risk-event = Apa yang mungkin terjadi
hint-risk-cause = Mengapa mungkin terjadi
hint-risk-treatment = Apa yang kami lakukan agar tidak terjadi, atau lebih ringan
hint-risk-owner = Jabatan, bukan nama

help-section-risks = Tulis apa yang mungkin terjadi, bukan apa yang salah hari ini. Nilai kemungkinan dan dampaknya dari 1 sampai 5. Hasil kalinya menunjukkan mana yang didahulukan: 1 sampai 4 rendah, 5 sampai 9 sedang, 10 sampai 15 tinggi, 16 sampai 25 sangat tinggi. Risiko tinggi perlu penanganan dan tanggal. Penanganan yang butuh waktu atau uang masuk ke kegiatan: cukup satu klik.
help-section-risks-example = Pemandu mengambil upah lalu terus ke toko kain cetak, karena komisi di sana lebih besar. Kemungkinan 3, dampak 3. Upah dibayar setelah tamu menandatangani buku.
help-field-risk-event = Satu hal yang mungkin terjadi, dalam satu kalimat. Hal itu di luar kendali Anda; kalau tidak, ia sebuah kegiatan.
help-field-risk-event-example = Mesin pres tiba setelah musim berlalu
help-field-risk-cause = Mengapa mungkin terjadi. Penanganan yang baik berawal di sini.
help-field-risk-cause-example = Pengurusan di bea cukai lebih lama dari rencana
help-field-risk-likelihood = Seberapa mungkin selama rencana berjalan: 1 sangat kecil kemungkinannya, 5 hampir pasti. Sepakati dalam tim; angka kasar sudah cukup.
help-field-risk-likelihood-example = 3: tahun lalu terjadi pada satu dari tiga mesin
help-field-risk-impact = Seberapa besar kerugiannya bagi tujuan rencana: 1 hampir tidak terasa, 5 rencana gagal.
help-field-risk-impact-example = 4: bengkel kehilangan satu musim, tetapi tidak kehilangan pembeli
help-field-risk-owner = Jabatan yang mengawasi dan memberi tahu pada waktunya. Satu jabatan untuk tiap risiko.
help-field-risk-owner-example = Pengelola ruang potong
help-field-risk-treatment = Apa yang Anda lakukan: menghindari, memperkecil kemungkinan, meringankan akibat, atau berbagi dengan pihak lain.
help-field-risk-treatment-example = Pesan pada November; sewa mesin pres untuk Maret
help-field-risk-by = Tanggal penanganan selesai. Untuk risiko tinggi, pilih sebelum bahaya mulai.
help-field-risk-by-example = 1 Maret 2018
help-field-risk-activity = Kegiatan yang menangani risiko. Pilih satu dari rencana, atau jadikan penanganan sebagai kegiatan: kata, jabatan, dan tanggalnya ikut terbawa.
help-field-risk-activity-example = 2.1 Menyewa mesin pres untuk Maret
