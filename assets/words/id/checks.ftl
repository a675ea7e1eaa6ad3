# Kata-kata pemeriksaan. check-KODE: temuan; -hint: cara memperbaikinya; -title: nama aturan.

severity-error = Harus diperbaiki
severity-warning = Perlu dilihat
severity-hint = Saran

## Logika tegak
check-V1-title = Satu tujuan proyek
check-V1 = Rencana belum punya tujuan proyek
check-V1-hint = Tulis dalam satu kalimat apa yang akan berbeda bagi kelompok sasaran ketika rencana selesai. Satu rencana punya satu tujuan, supaya semua orang tahu untuk apa rencana ini.
check-V1-begin = Mulailah dengan tujuan proyek: satu kalimat
check-V3-title = Satu sampai enam keluaran
check-V3 = { $count } keluaran terlalu banyak untuk dijalankan sekaligus
check-V3-hint = Gabungkan keluaran yang sejalan, atau simpan sebagian untuk rencana kedua. Pembaca dapat mengikuti sampai enam.
check-V3-none = Belum ada keluaran
check-V3-none-hint = Apa yang akan dihasilkan proyek agar tujuannya tercapai? Biasanya dua sampai empat keluaran.

## Logika mendatar
check-H4-title = Nilai awal dan target dengan tanggalnya
check-H4 = Indikator ini belum punya target
check-H4-hint = Sebutkan nilai yang ingin dicapai, dan kapan.
check-H4-target-date = Target belum bertanggal
check-H4-target-date-hint = Kapan target ini tercapai? Hari terakhir rencana adalah jawaban awal yang baik.
check-H4-baseline = Belum ada nilai awal
check-H4-baseline-hint = Bagaimana keadaannya sekarang? Tanpa nilai awal, perubahan tidak terlihat. Nol juga sebuah nilai.
check-H4-baseline-date = Nilai awal belum bertanggal
check-H4-baseline-date-hint = Kapan nilai ini berlaku? Sebaiknya sebelum kegiatan pertama dimulai.

## Rencana dan uang
check-P1-title = Kegiatan dengan tanggal dan penanggung jawab
check-P1 = Kegiatan ini belum lengkap
check-P1-hint = Beri hari pertama, hari terakhir, dan penanggung jawab.
check-P1-order = Kegiatan ini selesai sebelum dimulai
check-P1-order-hint = Mungkin kedua tanggal tertukar.
check-P1-before = Kegiatan ini mulai sebelum rencana dimulai
check-P1-before-hint = Geser kegiatan, atau mulai rencana lebih awal.
check-P1-after = Kegiatan ini berakhir setelah rencana berakhir
check-P1-after-hint = Geser kegiatan, atau akhiri rencana lebih lambat.
check-P1-plan = Rencana berakhir sebelum dimulai
check-P1-plan-hint = Mungkin hari pertama dan hari terakhir tertukar.
check-P1-no-start = Kapan kegiatan ini dimulai?
check-P1-no-start-hint = Untuk rancangan pertama, perkiraan tanggal sudah cukup.
check-P1-no-finish = Kapan kegiatan ini selesai?
check-P1-no-finish-hint = Perkiraan tanggal sudah cukup. Bila hanya satu saat, tandai sebagai tonggak.
check-P1-nobody = Belum ada penanggung jawab kegiatan ini
check-P1-nobody-hint = Sebutkan jabatan di tempat kerja Anda yang akan mengurusnya.
check-P6-title = Kurs bertanggal untuk setiap mata uang
check-P6 = Belum ada kurs untuk { $currency }
check-P6-hint = Tambahkan kurs ke mata uang rencana, dengan tanggal dan sumbernya. Setelah itu total dapat dijumlahkan.
check-P6-plan = Rencana sudah berisi biaya tetapi belum punya mata uang
check-P6-plan-hint = Pilih mata uang rencana. Baris yang tidak menyebut mata uang lain akan memakainya.
check-P6-date = Kurs ini belum bertanggal
check-P6-date-hint = Kurs berubah-ubah. Tulis hari saat Anda membacanya.
check-P6-zero = Kurs harus lebih dari nol
check-P6-zero-hint = Berapa satuan mata uang kedua yang didapat untuk satu satuan mata uang pertama?
check-P6-same = Kurs ini dari suatu mata uang ke dirinya sendiri
check-P6-same-hint = Pilih dua mata uang yang berbeda.

## Cara memperbaiki
fix-target-at-finish = Pakai hari terakhir rencana
fix-baseline-at-start = Pakai hari pertama rencana
fix-swap-dates = Tukar kedua tanggal
fix-start-plan-earlier = Mulai rencana lebih awal
fix-finish-plan-later = Akhiri rencana lebih lambat
