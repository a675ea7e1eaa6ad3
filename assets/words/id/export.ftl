# Kata-kata laporan dan ekspor.

## Format
export-format-pdf = Rencana sebagai PDF
export-format-brief = Ringkasan satu halaman untuk atasan
export-format-docx = Rencana sebagai dokumen Word
export-format-docx-about = Seluruh rencana untuk dilanjutkan di Word atau LibreOffice: judul, tabel dan nomor halaman yang sebenarnya
export-format-xlsx = Rencana sebagai buku kerja Excel
export-format-xlsx-about = Matriks, indikator, rencana pelaksanaan dengan bagannya, anggaran dengan rumus, risiko: ubah satu angka dan jumlahnya ikut berubah
export-format-html = Rencana sebagai halaman web
export-format-html-about = Satu berkas yang terbuka di semua peramban dan di ponsel; tidak memuat apa pun dari tempat lain
export-format-ics = Tanggal untuk kalender (ics)
export-format-ics-about = Tonggak, nilai yang harus diukur, dan hari untuk meninjau kembali setelah 30, 90 dan 180 hari, dengan pengingat
export-format-csv = Kegiatan sebagai tabel (csv)
export-format-csv-about = Rencana pelaksanaan untuk program apa pun yang membaca tabel
export-format-budget-csv = Anggaran sebagai tabel (csv)
export-format-budget-csv-about = Baris anggaran untuk program apa pun yang membaca tabel
export-format-md = Teks untuk surel (Markdown)
export-format-md-about = Judul dan daftar untuk ditempel ke surel
export-format-msproject = Jadwal untuk MS Project (xml)
export-format-msproject-about = Kegiatan, kaitan, dan tonggak untuk MS Project, ProjectLibre, atau GanttProject, dengan akhir pekan negara Anda
export-format-iati = Draf untuk donor (IATI)
export-format-iati-about = Rencana dalam istilah dan kode daftar bantuan. Hanya draf: yang boleh menerbitkannya hanya penerbit terdaftar
export-format-json = Data untuk program lain (json)
export-format-json-about = Seluruh isi rencana, kolom demi kolom, untuk yang menulis program; rencana schema menjelaskannya
export-note-unknown-signs = { $count } karakter tidak ada dalam huruf program; diganti dengan kotak
export-note-shortened = Teks panjang dipendekkan agar semuanya muat di halamannya
export-note-cut-cells = Teks di { $count } sel dipotong: satu sel Excel memuat paling banyak 32.767 karakter
export-error-cancelled = Ekspor dihentikan
export-error-too-long = Ekspor terlalu lama dan dihentikan. Coba sebagian rencana, atau pendekkan teks yang sangat panjang
export-error-refused = Dokumen tidak dapat disusun: { $detail }
export-error-fault = Ada sesuatu dalam rencana ini yang menggagalkan penyusun halaman. Rencana Anda aman. Mohon kirimkan kepada kami
export-error-no-thread = Komputer tidak sanggup menambah pekerjaan. Tutup beberapa program lalu coba lagi

## Sampul
report-kind = Rencana aksi
report-summary-sheet = Ringkasan
report-untitled = Rencana tanpa judul
report-contents = Daftar isi
report-glance = Sekilas
report-extent = Cakupan
report-costs = Biaya
report-unfunded = Belum ada pembayarnya
report-count-outputs = { $count } keluaran
report-count-activities = { $count } kegiatan
report-page = Halaman
report-team = Tim
report-programme = Program
report-organisation = Organisasi
report-period = Waktu pelaksanaan
report-superior = Atasan
report-prepared-on = Per tanggal
report-made-with = Dibuat dengan Rencana
report-unnamed = Belum bernama

## Konteks
report-context = Konteks
report-context-intro = Di mana, untuk siapa, dan mengapa
report-sector = Sektor atau kerajinan
report-dac-sectors = Sektor DAC
report-sdg-targets = Target TPB
report-place = Tempat
report-target-group = Kelompok sasaran
report-problem = Masalah
report-justification = Mengapa didahulukan
report-policies = Kebijakan nasional
report-content = Isi
report-resources = Sumber daya
report-partners = Mitra
report-monitoring = Pemantauan dan evaluasi
report-sme-definition = Definisi UKM
report-as-of = Per { $day }
report-key-figures = Angka penting
report-figure = Angka
report-value = Nilai
report-year = Tahun
report-figure-source = Sumber

## Pelajaran
report-lessons = Yang kami pelajari
report-lessons-intro = Yang kami lihat selama program, dan yang kami bawa pulang
report-own-source = Pengamatan kami sendiri
report-saw = Yang kami lihat
report-why = Mengapa berhasil di sana
report-differs = Yang berbeda di tempat kami
report-adapt = Yang akan kami sesuaikan
report-rating = kegunaan { $rating }

## Pemangku kepentingan
report-stakeholders = Pemangku kepentingan
report-stakeholders-intro = Siapa yang diuntungkan, dirugikan, memutuskan atau membayar, dan cara kami bekerja dengan mereka
report-stakeholder = Pemangku kepentingan
report-interest = Kepentingan
report-influence = Pengaruh
report-affected = Dampaknya bagi mereka
report-approach = Cara kami bekerja dengan mereka
report-is-superior = atasan kami

## Pohon
report-trees = Pohon masalah dan pohon sasaran
report-trees-intro = Apa yang membuat keadaan tetap begini, dan bagaimana jadinya bila sudah teratasi
report-problem-tree = Pohon masalah
report-objective-tree = Pohon sasaran
report-trees-words = Kedua pohon dalam kata-kata
report-tree-alt = { $tree } dalam gambar; tabel setelah gambar mengatakan hal yang sama
report-card = Kartu
report-objective = Sasaran

## Strategi
report-strategy = Pilihan strategi
report-strategy-intro = Cara-cara yang kami bandingkan; nilainya adalah yang lebih rendah antara dampak dan kelayakan
report-alternative = Pilihan
report-impact = Dampak
report-feasibility = Kelayakan
report-rating-lower = Nilai
report-reason = Alasan
report-chosen = Dipilih

## Matriks
report-matrix = Matriks rancangan proyek
report-logframe = Kerangka logis
report-matrix-intro = Apa yang berubah, bagaimana kami mengetahuinya, dan apa yang harus terpenuhi
report-summary = Ringkasan
report-indicators-short = Indikator
report-means = Alat verifikasi
report-result = Hasil
report-source-of = Sumber:
report-assumptions-watched = Asumsi yang kami pantau
report-assumptions = Asumsi
report-goal = Tujuan umum
report-purpose = Tujuan proyek
report-outputs = Keluaran
report-activities = Kegiatan
report-inputs = Masukan
report-preconditions = Prasyarat
report-by-day = paling lambat { $day }
report-weight-percent = Bobot { $percent }%
report-baseline-is = nilai awal { $value }
report-baseline-is-on = nilai awal { $value } ({ $day })
report-target-is = target { $value }
report-target-is-on = target { $value } ({ $day })

## Indikator
report-indicators = Indikator
report-indicators-intro = Bagaimana tiap hasil diukur, oleh siapa dan seberapa sering
report-indicator = Indikator
report-baseline = Nilai awal
report-baseline-day = Tanggal nilai awal
report-target = Target
report-target-day = Tanggal sasaran
report-on-the-way = Menuju target
report-how-often = Seberapa sering
report-who-measures = Yang mengukur
report-numerator = Dihitung:
report-denominator = Dari:
report-split-by = Dirinci menurut { $splits }
report-output-number = Keluaran { $number }

## Rencana operasi
report-operation = Rencana operasi
report-operation-intro = Apa yang dikerjakan, oleh siapa, di mana dan kapan
report-gantt-alt = Kapan setiap kegiatan berlangsung, dalam gambar; tabel setelahnya mengatakan hal yang sama
report-fiscal-year-of = Tahun anggaran { $year }
report-legend-output = Keluaran, dari kegiatan pertama sampai terakhir
report-legend-whole = Kegiatan dengan bagian
report-legend-activity = Kegiatan
report-legend-done = Sudah selesai
report-legend-milestone = Tonggak
report-legend-link = Yang satu menyusul yang lain
report-legend-early = Mulai sebelum yang lain selesai
report-number = No.
report-activity = Kegiatan
report-who = Penanggung jawab
report-where-activity = Tempat
report-start = Mulai
report-finish = Selesai
report-follows = Setelah
report-delivers = Yang ada setelah selesai
report-deliverable = Hasil:
report-learned-here = Dipelajari di sini:
report-we-adapt = Kami sesuaikan:
report-borrowed = Dipinjam dari:
report-after = Setelah { $numbers }
report-no-output = Tanpa keluaran
report-month-1 = Jan
report-month-2 = Feb
report-month-3 = Mar
report-month-4 = Apr
report-month-5 = Mei
report-month-6 = Jun
report-month-7 = Jul
report-month-8 = Agu
report-month-9 = Sep
report-month-10 = Okt
report-month-11 = Nov
report-month-12 = Des

## Anggaran
report-budget = Anggaran
report-budget-intro = Berapa biayanya, dan siapa yang membayar
report-item = Uraian
report-category = Jenis biaya
report-unit = Satuan
report-currency = Mata uang
report-amount-in = Jumlah dalam { $currency }
report-funder = Nama pembayar
report-needed-on = Diperlukan pada
report-note = Cara biaya dihitung
report-quantity = Jumlah
report-unit-cost = Harga satuan
report-amount = Biaya
report-pays = Yang membayar
report-share = Bagian
report-total = Total
report-total-converted = Total setelah dikonversi
report-no-activity = Tanpa kegiatan
report-no-source = Belum ada sumber
report-not-costed = belum dihitung
report-by-source = Menurut sumber dana
report-by-year = Menurut tahun anggaran
report-fiscal-year = Tahun anggaran
report-no-year = Tanpa tanggal
report-rates = Kurs
report-rate = Kurs
report-rate-from = Satu
report-rate-to = bernilai, dalam
report-rates-used = Kurs yang dipakai anggaran
report-rate-day = Tanggal
report-note-incomplete = { $count } baris belum punya biaya atau mata uang dan tidak masuk ke dalam total
report-note-no-rate = Jumlah dalam mata uang yang berbeda tidak dijumlahkan: belum ada kurs untuk { $currencies }
report-note-no-home-currency = Jumlah dalam mata uang yang berbeda tidak dijumlahkan: rencana belum punya mata uang sendiri

## Risiko
report-risks = Risiko
report-risks-intro = Apa yang mungkin gagal, dan tindakan kami
report-risk = Risiko
report-cause = Penyebab:
report-cause-sheet = Penyebab
report-likelihood = Kemungkinan
report-significance = Bobot
report-treatment = Tindakan kami
report-owner = Yang mengawasi
report-by = Batas waktu
report-see-activity = Kegiatan { $number }

## Kerja sama
report-cooperation = Kerja sama
report-cooperation-intro = Yang kami butuhkan dari pihak lain, dan yang dapat kami berikan
report-cooperation-kind = Jenis
report-cooperation-what = Apa
report-cooperation-partner = Mitra
report-institution = Lembaga
report-cooperation-form = Bentuk

## Lembar kerja
report-worksheets = Lembar kerja
report-worksheets-intro = Melihat lebih dekat satu produk, sentra, kredit, atau perangkat kebijakan
report-criterion = Kriteria
report-step = Langkah
report-step-means = Arti langkah
report-step-why = Mengapa
report-instalment = Tiap bulan
report-grace-payment = Tiap bulan masa tenggang
report-total-interest = Seluruh bunga
report-subsidy-each = Dibayar negara untuk tiap peminjam
report-borrowers = Peminjam yang dijangkau dana itu
report-instruments = Perangkat kebijakan
report-run-by = Dijalankan oleh:
report-ovop-sheet = Produk
report-cluster-sheet = Sentra
report-credit-sheet = Kredit

## Pemeriksaan
report-checks = Pemeriksaan yang belum selesai
report-checks-intro = Yang ditemukan program dan belum diselesaikan tim
report-weight = Bobot
report-where = Di mana
report-finding = Yang ditemukan
report-weight-error = Harus diperbaiki
report-weight-warning = Perlu dilihat
report-weight-hint = Saran

## Tanda tangan
report-sign = Persetujuan
report-sign-intro = Ditandatangani oleh mereka yang menjalankan rencana ini
report-sign-team = Untuk tim
report-sign-superior = Untuk organisasi
report-signature = Tanda tangan
report-date = Tanggal

## Ringkasan untuk atasan
brief-title = Ringkasan untuk keputusan
brief-to = Kepada
brief-from = Dari
brief-after = Setelah pelatihan
brief-ask-agree = Kami mohon persetujuan untuk menjalankan rencana ini
brief-ask-own = Kami mohon { $money } dari anggaran kita sendiri
brief-ask-open = Kami mohon bantuan mencari { $money } yang belum ada pembayarnya
brief-decide-by = Keputusan diperlukan paling lambat
brief-why = Mengapa
brief-for-whom = Untuk siapa
brief-what-changes = Yang akan berubah
brief-when = Kapan
brief-costs = Biayanya
brief-no-budget = Belum ada biaya yang direncanakan
brief-not-costed = Biayanya belum dihitung
brief-first-step = Langkah pertama
brief-step-free = Mulai { $day }; tidak memerlukan dana baru
brief-step-paid = Mulai { $day }; memerlukan dana dari anggaran
brief-yes = Setuju
brief-yes-but = Setuju dengan perubahan
brief-no = Tidak setuju
brief-sign-superior = Atasan
brief-sign-team = Untuk tim
brief-shortened = Diringkas agar muat satu halaman; semuanya ada dalam rencana

## Kalender
report-ics-precondition = Harus terpenuhi hari ini: { $what }
report-ics-measure = Ukur: { $what }
report-ics-follow-up = Tinjau kembali rencana: { $days } hari
report-ics-done = Apa yang sudah dikerjakan?
report-ics-obstacles = Apa yang menghambat?
report-ics-next = Apa langkah berikutnya?

## IATI
iati-draft = Ini draf, bukan untuk diterbitkan. Dibuat dari sebuah rencana aksi. Penerbit terdaftar harus mengisi pengenal, memeriksa jenis setiap organisasi dan bagian setiap sektor, lalu memvalidasi berkas ini
iati-no-organisation = Organisasi belum disebut
