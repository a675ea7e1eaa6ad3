# Words of the window.

## Commands
command-new = Rencana baru
command-open = Buka...
command-save = Simpan
command-save-as = Simpan sebagai...
command-import = Impor dari lembar sebar...
command-hand-over = Serahkan
command-close = Tutup rencana
command-quit = Keluar
command-undo = Urungkan
command-redo = Ulangi
command-palette = Cari apa saja
command-find = Cari dan ganti
command-find-next = Temuan berikutnya
command-find-previous = Temuan sebelumnya
command-next-tab = Rencana terbuka berikutnya
command-start = Layar awal
command-previous-page = Bagian sebelumnya
command-next-page = Bagian berikutnya
command-toggle-sections = Tampilkan atau sembunyikan bagian
command-toggle-side = Tampilkan atau sembunyikan bantuan
command-toggle-preview = Tampilkan atau sembunyikan pratinjau
command-help = Bantuan
command-checks = Pemeriksaan
command-comments = Komentar
command-history = Riwayat
command-next-pane = Bagian jendela berikutnya
command-zoom-in = Perbesar
command-zoom-out = Perkecil
command-zoom-reset = Ukuran biasa
command-light-theme = Warna terang
command-dark-theme = Warna gelap
command-system-theme = Warna sistem
command-in-english = Antarmuka dalam bahasa Inggris
command-in-indonesian = Antarmuka dalam bahasa Indonesia
command-direction-by-language = Arah jendela menurut bahasa
command-left-to-right = Jendela dari kiri ke kanan
command-right-to-left = Jendela dari kanan ke kiri
command-nastaliq = Bahasa Urdu dalam gaya Nastaliq
command-naskh = Bahasa Urdu dalam gaya Naskh
command-simple-mode = Bentuk ringkas: delapan belas isian
command-full-mode = Metode lengkap
command-about = Tentang Rencana

## Menus
menu-file = Berkas
menu-edit = Sunting
menu-view = Tampilan
menu-plan = Rencana
menu-help = Bantuan

## Sections
group-begin = Mulai
group-observe = Amati
group-analyse = Analisis
group-design = Rancang
group-deliver = Serahkan
section-team = Rencana dan tim
section-team-purpose = Siapa merencanakan apa, untuk negara mana, dari kapan sampai kapan
section-journal = Jurnal
section-journal-purpose = Apa yang kami lihat, dan apa yang dapat berhasil di rumah: dua menit setiap malam
section-context = Konteks
section-context-purpose = Di mana kami bekerja, untuk siapa, dan mengapa ini didahulukan
section-stakeholders = Pemangku kepentingan
section-stakeholders-purpose = Siapa untung, siapa rugi, siapa memutuskan, siapa membayar, dan cara kami bekerja dengan mereka
section-matrix = Matriks rancangan proyek
section-matrix-purpose = Apa yang berubah, untuk siapa, dan bagaimana kami mengetahuinya
section-activities = Rencana pelaksanaan
section-activities-purpose = Apa yang dikerjakan, oleh siapa, dan kapan
section-budget = Anggaran
section-budget-purpose = Berapa biayanya, dan siapa yang membayar
section-simple = Delapan belas isian
section-simple-purpose = Bentuk ringkas: semua yang pertama ditanyakan kementerian, dalam satu halaman
section-hand-over = Serahkan
section-hand-over-purpose = Dokumen untuk atasan, kementerian, dan peserta lain
help-section-hand-over = Setiap dokumen dibuat baru dari rencana; tidak ada yang ditulis dua kali. Berikan dahulu ringkasan satu halaman kepada atasan: di situ tertulis apa yang diminta dan berapa biayanya. Satu bahasa lebih mudah dibaca; dengan semua bahasa, semua orang melihat bahwa isinya sama. Pada hari terakhir, F5 menampilkan salindia di layar, dengan jam dan hal yang dapat disampaikan.
help-section-hand-over-example = Senin: ringkasan dalam bahasa Nepal untuk kepala kantor. Rabu: seluruh rencana sebagai PDF untuk kementerian, dengan buku kerja bagi yang memeriksa jumlahnya.
# Short names for narrow windows.
section-team-short = Tim
section-journal-short = Jurnal
section-context-short = Konteks
section-stakeholders-short = Pihak
section-trees-short = Pohon
section-strategy-short = Strategi
section-matrix-short = Matriks
section-activities-short = Kegiatan
section-budget-short = Anggaran
section-risks-short = Risiko
section-cooperation-short = Kerja sama
section-worksheets-short = Lembar
section-simple-short = 18 isian
section-hand-over-short = Serahkan
section-choices-short = Pilih

nav-empty = { $name }, belum dimulai
nav-begun = { $name }, { $there } dari { $all } selesai
nav-full = { $name }, lengkap
nav-with-findings = { $name }, { $count } perlu dilihat
nav-to-full = Pakai metode lengkap
nav-to-simple = Pakai bentuk ringkas

## Start
start-motto = Dari yang Anda lihat menjadi rencana yang diterima kementerian
start-new = Rencana baru
start-open = Buka...
start-recent = Rencana terakhir
start-recent-empty = Rencana yang Anda buka atau simpan akan tampil di sini
start-forget = Hapus { $name } dari daftar ini
start-recovered = Pekerjaan yang dipulihkan
start-recovered-note = Program berhenti sebelum ini disimpan
start-recover = Buka
start-discard = Buang
start-countries = Mulai dengan negara Anda
start-map = Peta negara peserta
start-other-country = Negara lain
start-other-hint = Ketik namanya
start-other-none = Tidak ada negara dengan nama ini
start-new-for = Rencana baru untuk { $country }
start-fiscal = tahun mulai { $day } { $month }
start-examples = Contoh rencana
start-examples-note = Rencana lengkap untuk dilihat dan dipelajari. Angkanya rekaan
plan-untitled = Rencana tanpa judul
recovered-of-file = { $when }, dari { $path }
recovered-unsaved = { $when }, belum pernah disimpan

## Months
month-gregorian-1 = Januari
month-gregorian-2 = Februari
month-gregorian-3 = Maret
month-gregorian-4 = April
month-gregorian-5 = Mei
month-gregorian-6 = Juni
month-gregorian-7 = Juli
month-gregorian-8 = Agustus
month-gregorian-9 = September
month-gregorian-10 = Oktober
month-gregorian-11 = November
month-gregorian-12 = Desember
month-solar-hijri-1 = Farvardin
month-solar-hijri-2 = Ordibehesht
month-solar-hijri-3 = Khordad
month-solar-hijri-4 = Tir
month-solar-hijri-5 = Mordad
month-solar-hijri-6 = Shahrivar
month-solar-hijri-7 = Mehr
month-solar-hijri-8 = Aban
month-solar-hijri-9 = Azar
month-solar-hijri-10 = Dey
month-solar-hijri-11 = Bahman
month-solar-hijri-12 = Esfand
month-bikram-sambat-1 = Baisakh
month-bikram-sambat-2 = Jestha
month-bikram-sambat-3 = Ashadh
month-bikram-sambat-4 = Shrawan
month-bikram-sambat-5 = Bhadra
month-bikram-sambat-6 = Ashwin
month-bikram-sambat-7 = Kartik
month-bikram-sambat-8 = Mangsir
month-bikram-sambat-9 = Poush
month-bikram-sambat-10 = Magh
month-bikram-sambat-11 = Falgun
month-bikram-sambat-12 = Chaitra

## Rows and fields
row-up = Pindahkan { $name } ke atas
row-down = Pindahkan { $name } ke bawah
row-delete = Hapus { $name }
choice-none = Belum dipilih
field-day-like = mis. { $day }
field-day-wrong = Tulis tanggal seperti 2 Oktober 2017 atau 2.10.2017
field-number-wrong = Tulis angka seperti 1,250.50
field-currency-wrong = Tulis tiga huruf, misalnya IDR
hint-currency = tiga huruf
hint-title = Nama singkat yang menyatakan perubahannya
team-people = Tim
team-member = Anggota tim { $number }
team-empty = Siapa yang menulis rencana ini? Biasanya satu sampai tiga orang
team-add = Tambah anggota tim
team-settings = Negara, uang, kalender, bahasa
team-settings-note = Diisi menurut negara. Ubah yang tidak sesuai
language-primary = bahasa utama
language-make-primary = Jadikan utama
language-add = Tambah bahasa
language-note = Rencana ditulis dalam paling banyak tiga bahasa berdampingan. Tidak ada yang terhapus bila satu dilepas
languages-all = Semua
languages-all-note = Tampilkan semua bahasa berdampingan
languages-show = Tampilkan { $language }

## Beside the page
side-help = Bantuan
side-checks = Periksa
side-comments = Komentar
side-history = Riwayat
help-example = Contoh
checks-none = Tidak ada yang perlu diperbaiki. Bagus
checks-here = Di halaman ini
checks-elsewhere = Di halaman lain
checks-more = dan { $count } lagi
check-go = Ke sana
check-leave = Biarkan
check-leave-said = Biarkan: { $place }, { $code }
check-leave-reason = Mengapa dibiarkan apa adanya
check-leave-hint = Untuk pembaca berikutnya, misalnya: gedungnya milik kami
check-leave-so = Biarkan begitu
check-leave-cancel = Batal
checks-left = Dibiarkan apa adanya ({ $count })
check-left-reason = Alasan
check-left-nothing = Pemeriksaan ini tidak menemukan apa-apa lagi di sini
check-look-again = Periksa lagi
check-look-again-said = Periksa lagi: { $place }, { $code }
comments-here = Di halaman ini
comments-elsewhere = Di halaman lain
comments-none = Belum ada komentar. Tulis satu untuk tim Anda, atau untuk pembaca rencana berikutnya
comments-where = Buka halaman rencana untuk menulis komentar tentangnya
comment-about = Tentang: { $place }
comment-text = Komentar Anda
comment-author = Nama Anda
comment-as = Ditulis oleh { $author }
comment-as-other = Nama lain
comment-mark = { $name }: { $count } komentar
comment-add = Tambahkan komentar
comment-settle = Selesai
comment-settled = Sudah selesai
comment-open-again = Buka lagi
comment-delete = Hapus
comment-whole-plan = Seluruh rencana
history-note = Langkah sejak rencana ini dibuka. Klik untuk kembali ke sana; tidak ada yang hilang
history-opened = Seperti saat dibuka
step-change = { $thing }, { $what }
step-add = Baru: { $thing }
step-delete = Hapus: { $thing }
step-move = Pindah: { $thing }
palette-name = Cari perintah atau isi
palette-hint = Ketik yang ingin Anda lakukan atau cari
palette-nothing = Tidak ada dengan nama ini
palette-section = Bagian

## Find in the plan
find-title = Cari di dalam rencana
find-close = Tutup pencarian
find-what = Kata yang dicari
find-note = Semua teks rencana, dalam semua bahasanya. Huruf ditemukan dengan cara apa pun diketik: besar atau kecil, utuh atau tersusun, angka dari aksara apa pun
find-nothing = Tidak ditemukan
find-count = { $count } tempat
find-at = { $at } dari { $count }
find-with = Kata penggantinya
find-replace = Ganti
find-replace-all = Ganti semua, { $count } tempat
find-replaced = { $count } tempat sudah diganti. Urungkan untuk mengembalikannya
step-replace = Ganti kata

pane-sections = Daftar bagian
pane-page = Halaman
pane-preview = Pratinjau
pane-side = Bantuan dan pemeriksaan

## Pratinjau dokumen
preview-title = Pratinjau
preview-close = Tutup pratinjau
preview-next = Halaman berikutnya
preview-previous = Halaman sebelumnya
preview-page = Halaman { $page } dari { $count }
preview-waiting = Halaman sedang ditata...
preview-problem = Halaman belum menunjukkan perubahan terakhir Anda: { $detail }. Rencana Anda aman; silakan terus menulis

## Status
status-saving = Menyimpan...
status-other = Berkas diubah orang lain
status-never-saved = Belum disimpan dalam berkas
status-changed = Berubah sejak terakhir disimpan
status-as-opened = Tersimpan
status-saved = Disimpan { $time }
status-recovery = salinan pemulihan { $time }
status-no-findings = Tidak ada yang perlu diperbaiki
status-errors = { $count } kesalahan
status-warnings = { $count } peringatan
status-hints = { $count } saran
toast-dismiss = Tutup pesan ini
undone-toast = Diurungkan: { $step }
redone-toast = Diulangi: { $step }
saved-toast = Disimpan sebagai { $name }
making = Membuat { $name }: { $step } ({ $seconds } dtk)
making-reading = membaca rencana
making-pages = menata halaman
making-writing = menulis berkas
making-stopping = Menghentikan { $name }. Tidak ada berkas yang dibuat
making-stop = Hentikan
making-several = Dokumen { $at } dari { $of }, { $name }: { $step } ({ $seconds } dtk)
making-stopping-several = Menghentikan. Yang sudah jadi tetap ada
several-title = Beberapa dokumen sekaligus
several-about = Centang yang Anda perlukan. Semuanya masuk ke satu folder, masing-masing dengan namanya sendiri
several-all-open = Dari semua { $count } rencana yang terbuka
several-count = { $count ->
    [0] Pilih yang akan dibuat
   *[other] { $count } dokumen
}
several-ready = { $count ->
    [0] Tidak ada dokumen yang dapat dibuat
   *[other] { $count } dokumen siap di “{ $folder }”
}
several-stopped = { $count ->
    [0] Dihentikan. Tidak ada dokumen yang dibuat
   *[other] Dihentikan. { $count } dari { $of } dokumen siap di “{ $folder }”
}
several-more = dan { $count } lagi
exported-toast = { $name } sudah jadi
open-file = Buka
open-folder = Buka foldernya
open-failed = Sistem tidak dapat membuka { $path }
tab-close = Tutup { $title }

## Saving and opening
saved-in-place = Disimpan di atas berkas lama, karena foldernya tidak menerima berkas baru
saved-beside = Disimpan. Orang lain menyimpan rencana ini pada saat yang sama: versinya disimpan di sebelahnya sebagai “{ $name }”
saved-unconfirmed = Disimpan, tetapi disk belum memastikannya. Jangan cabut dulu
file-gone = Berkas rencana ini sudah tidak ada. Rencananya masih di sini; simpan lagi
save-disk-full =
    Disk penuh. Kosongkan ruang, atau simpan di folder lain
    { $path }
save-disk-full-room =
    Disk penuh: rencana ini perlu { $needed }, dan yang kosong { $free }. Kosongkan ruang, atau simpan di folder lain
    { $path }
size-kb = { $count } kB
size-mb = { $count } MB
save-no-right =
    Anda tidak boleh menulis di sana. Simpan salinan di folder lain
    { $path }
save-read-only =
    Berkas atau disk hanya dapat dibaca. Simpan salinan di folder lain
    { $path }
save-folder-gone =
    Foldernya tidak ada. Pasang lagi sticknya, atau simpan di folder lain
    { $path }
save-not-a-file =
    Ada folder bernama ini. Pilih nama lain
    { $path }
save-in-use =
    Program lain memakai berkas ini. Tutup di sana, lalu simpan lagi
    { $path }
save-bad-name =
    Disk tidak menerima nama ini. Pilih nama yang lebih pendek dan sederhana
    { $path }
save-came-back-different =
    Yang ditulis terbaca berbeda. Simpan di disk lain; disk ini mungkin rusak
    { $path }
save-other = Berkas tidak dapat ditulis. Simpan salinan di folder lain
plan-near-limit = Rencana ini menjadi sangat besar. Berkas dengan lebih dari { $rows } baris atau { $megabytes } MB tidak dapat dibuka lagi: segera bagi menjadi dua rencana
plan-over-limit = Rencana ini lebih besar daripada berkas yang dapat dibuka: { $rows } baris atau { $megabytes } MB. Rencana ini tetap disimpan dan dijaga. Bagilah menjadi dua rencana sebelum ditutup
recovery-failed = Salinan pemulihan tidak dapat ditulis. Simpanlah sering-sering
recovery-unreadable = Salinan pemulihan tidak dapat dibaca
problem-large = Berkas ini lebih besar dari rencana biasanya
problem-too-large = Berkas ini terlalu besar untuk sebuah rencana
problem-empty = Berkas ini kosong
problem-not-utf8 = Berkas ini tidak ditulis dalam UTF-8
problem-damaged = Berkas ini rusak
problem-conflict = Berkas ini berisi dua versi yang digabung program lain
problem-other-kind = Ini berkas jenis lain
problem-not-a-plan = Berkas ini bukan rencana
problem-syntax = Ada kesalahan dalam berkas ini
problem-unreadable = Berkas ini tidak dapat dibaca
problem-would-not-come-back = Rencana tidak akan terbaca sama, jadi tidak ada yang ditulis. Biarkan jendela terbuka
note-unfit = Ada nilai yang tidak cocok
note-dangling = Ada nilai yang menunjuk ke sesuatu yang tidak ada
note-circle = Ada nilai yang membuat sesuatu bergantung pada dirinya
note-new-id = Sebuah isi diberi identitas baru
note-unknown = Sesuatu yang tidak dikenal versi ini disimpan
note-set-aside = Sebuah isi disisihkan
note-cleaned = Karakter yang tidak boleh ada dihapus
note-newer = Berkas dibuat oleh versi lebih baru
note-no-schema = Berkas tidak menyebut versi
note-encoding = Berkas memakai akhir baris Windows atau tanda di awal
note-remarks = Berkas berisi catatan; tetap disimpan
note-lost = Sepotong berkas tidak dapat diselamatkan
refused-no-such-row = Ini sudah tidak ada dalam rencana
refused-id-taken = Ini sudah ada dalam rencana
refused-no-such-target = Itu sudah tidak ada dalam rencana
refused-circle = Itu akan membuatnya menunggu dirinya sendiri
refused-languages = Rencana memiliki paling banyak tiga bahasa, masing-masing sekali
refused-other-plan = Ini rencana lain
dialog-open-title = Buka rencana
dialog-save-title = Simpan rencana
dialog-folder-title = Masukkan dokumen ke satu folder
dialog-kind-plan = Rencana aksi
dialog-kind-document = Dokumen
dialog-open = Buka
dialog-save = Simpan
dialog-use-folder = Pakai folder ini
dialog-cancel = Batal
dialog-new-folder = Folder baru
dialog-file = Berkas:
dialog-parent = Folder di atas
dialog-hidden = Tampilkan berkas tersembunyi
dialog-unreadable = Folder ini tidak dapat dibaca
dialog-not-there = Tidak ada berkas dengan nama ini di sini
dialog-no-new-folder = Tidak dapat membuat folder di sini

## Questions
ask-unsaved = Simpan “{ $title }” sebelum ditutup?
ask-unsaved-note = Perubahan yang tidak disimpan akan hilang
ask-save = Simpan
ask-do-not-save = Jangan simpan
ask-cancel = Batal
ask-overwrite = Ganti “{ $name }”?
ask-overwrite-note = Sudah ada berkas dengan nama ini
ask-replace = Ganti
ask-overwrite-several = Ganti { $count } berkas?
ask-overwrite-several-note = Sudah ada di folder itu
ask-replace-several = Ganti semua
ask-changed = Orang lain mengubah berkas “{ $title }”
ask-changed-note = Versi Anda dan versi mereka utuh. Gabungkan keduanya: yang hanya diubah oleh satu pihak tetap ada, dan Anda memilih bila keduanya mengubah hal yang sama. Atau simpan milik Anda sebagai salinan, atau ambil milik mereka
ask-gone = Berkas “{ $title }” sudah tidak ada
ask-gone-note = Dipindah, dihapus, atau disknya dicabut. Rencananya masih di sini
ask-keep-mine-as-copy = Simpan milik saya sebagai salinan...
ask-take-theirs = Ambil milik mereka
ask-write-again = Tulis lagi di sana
ask-later = Nanti saja
ask-not-saved = Rencana tidak dapat disimpan
ask-save-elsewhere = Simpan di tempat lain...
ask-try-again = Coba lagi
ask-cannot-open = “{ $name }” tidak dapat dibuka
ask-open-anyway = Tetap buka
ask-close = Tutup
ask-notes = { $count } hal dalam “{ $name }” perlu Anda lihat
ask-notes-note = Rencana sudah terbuka. Tidak ada isi berkas yang dibuang
about-version = Versi { $version }
about-text = Menyusun rencana aksi yang Anda bawa pulang dari pelatihan. Bekerja tanpa jaringan; tulisan Anda tidak meninggalkan komputer ini

## Hand over
hand-over-errors = { $count } pemeriksaan menemukan hal yang bertentangan. Rencana tetap dapat diserahkan
hand-over-see-checks = Lihat
hand-over-layout = Susunan matriks dalam dokumen:
hand-over-urdu = Gaya bahasa Urdu, di sini dan dalam dokumen:
hand-over-naskh = Naskh
hand-over-nastaliq = Nastaliq
hand-over-reading = Untuk dibaca dan ditandatangani
hand-over-room = Untuk presentasi
hand-over-counting = Untuk menghitung dan menjadwalkan
hand-over-programs = Untuk program lain
hand-over-make = Buat...
hand-over-all-languages = Semua bahasa...
hand-over-page-each = Satu halaman tiap bahasa...
hand-over-only-in = Hanya { $language }...
hand-over-in = Dalam { $language }...
export-format-pdf-about = Seluruh rencana untuk dibaca dan dicetak: sampul, daftar isi, matriks, rencana pelaksanaan, anggaran
export-format-brief-about = Satu halaman untuk atasan: apa yang diminta, biayanya, langkah pertama, tempat tanda tangan. Tiap bahasa mendapat halamannya sendiri
