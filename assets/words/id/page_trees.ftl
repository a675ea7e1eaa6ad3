# Kata-kata pohon masalah dan pohon sasaran, dengan bantuannya.

section-trees = Pohon masalah
section-trees-purpose = Apa yang membuat keadaan tetap begini, apa akibatnya, dan bagaimana jadinya bila sudah teratasi

## Nama kartu
trees-core = Masalah inti { $number }
trees-cause = Penyebab { $number }
trees-effect = Akibat { $number }
trees-core-objective = Sasaran inti { $number }
trees-means = Cara { $number }
trees-end = Hasil akhir { $number }
trees-waiting = Kartu yang menunggu
trees-waiting-objective = Sasaran kartu yang menunggu
trees-card = { $name }: { $text }
trees-unwritten = belum ditulis
trees-reason-of = Mengapa { $name } mengarah ke sana: { $text }
trees-why = Mengapa?

## Di atas kanvas
trees-show-problems = Masalah
trees-show-objectives = Sasaran
trees-show-both = Berdampingan
trees-smaller = Lebih kecil
trees-larger = Lebih besar
trees-fit = Tampilkan semua
trees-details = Rincian
trees-large = Tampilan besar
trees-large-end = Kembali ke jendela
trees-make-rows = Buat baris matriks...
trees-differences = { $count } perbedaan dengan matriks
trees-hint = Enter: kartu di samping · Ctrl+Enter: di bawah · F2: tulis · Alt+panah: pindah
trees-hint-writing = Enter: kartu berikutnya · Ctrl+Enter: penyebabnya · Ctrl+Shift+Enter: akibat dari masalah inti · Escape: selesai
trees-hint-no-core = Pilih kartu yang menjadi masalah inti, lalu seret ke tengah
trees-carrying = Pergilah ke kartu tempat kartu ini bergantung lalu tekan Enter, atau klik kartu itu. Escape untuk melepas
trees-no-circle = Kartu tidak dapat bergantung pada kartu di cabangnya sendiri
trees-deleted =
    { $count ->
        [one] Kartu sudah dihapus. Ctrl+Z mengembalikannya
       *[other] Cabang dengan { $count } kartu sudah dihapus. Ctrl+Z mengembalikannya
    }
trees-rows-made = Baris-barisnya sudah ada di matriks. Ctrl+Z membatalkannya

## Kosong
trees-empty = Pohon masalah menunjukkan dalam satu gambar apa yang harus diubah oleh rencana ini. Di tengah ada masalah inti; di bawahnya penyebabnya; di atasnya akibatnya.
trees-begin = Tulis masalah inti
trees-silent-begin = Menulis kartu dalam hening
trees-silent-note = Untuk tim: kartu semua orang lebih dulu, pembicaraan sesudahnya

## Menulis dalam hening
trees-silent-end = Tempatkan kartu
trees-silent-rules = Satu masalah satu kartu. Fakta, bukan solusi yang belum ada. Tulis sebelum berdiskusi; tidak ada yang bertanya siapa penulisnya
trees-silent-field = Kartu baru
trees-silent-add = Tambahkan kartu
trees-silent-count =
    { $count ->
        [0] Belum ada kartu
       *[other] { $count } kartu
    }

## Kartu yang menunggu
trees-tray = Kartu menunggu: { $count }
trees-tray-note = Seret kartu ke tempatnya

## Pada kartu
trees-problem-hint = Apa masalahnya? Fakta, bukan solusi yang belum ada
trees-objective-from = Bila ini teratasi: { $problem }
trees-objective-hint = Apa yang terjadi bila masalah ini teratasi?
trees-reason-hint = Mengapa mengarah ke kartu tempatnya bergantung?
trees-details-hide = Sembunyikan rincian
trees-add-cause = Tambah penyebab
trees-add-effect = Tambah akibat
trees-details-of = { $name }: rincian
trees-choose-branch = Pilih cabang ini
trees-leave-branch = Batalkan pilihan
trees-move = Pindahkan ke kartu lain...
trees-make-core = Jadikan masalah inti
trees-make-cause = Jadikan penyebab
trees-make-effect = Jadikan akibat
trees-back = Mundurkan { $name }
trees-on = Majukan { $name }
trees-out = Keluarkan { $name } dari cabangnya
trees-in = Gantungkan { $name } pada kartu sebelumnya

## Dari cabang ke matriks
trees-rows-title = Dari cabang terpilih ke matriks
trees-rows-note = Setiap sasaran menjadi satu baris dan tetap terhubung dengan kartunya. Yang sudah ditulis tidak berubah.
trees-row = { $row } dari { $name }: { $state }
trees-row-part = Subkegiatan
trees-row-new = akan dibuat
trees-row-join = sudah ditulis, akan dihubungkan
trees-row-there = sudah ada
trees-row-no-objective = belum punya sasaran; tulislah dulu
trees-rows-goal = Tujuan umum dari
trees-rows-make = Buat baris-baris ini
trees-rows-none = Semua baris sudah ada
trees-rows-waiting = Belum ada yang dapat dibuat sebelum sasarannya ditulis
trees-rows-cancel = Batal
trees-to-matrix = Tampilkan matriks

## Kartu dan baris
link-card-changed = { $card } telah diubah
link-row-changed = { $row } telah diubah
link-differs = Isi { $row } dan { $card } berbeda
link-says = { $name }: { $text }
link-take = Pakai kata-kata kartu
link-keep = Biarkan keduanya
link-write = Tuliskan ke kartu
link-from = Pohon: { $name }
link-to = Ke { $name }

## Langkah
step-card-move = Pindahkan cabang
step-branch-choose = Pilih cabang
step-branch-leave = Batalkan pilihan cabang
step-matrix-rows = Buat baris matriks
step-link-take = Pakai kata-kata kartu
step-link-write = Tuliskan isi baris ke kartunya
step-link-keep = Biarkan kartu dan baris

## Bantuan
help-section-trees = Mulailah dengan masalah inti: hal yang berkaitan dengan sebagian besar kartu Anda. Tanyakan "mengapa?" ke bawah untuk penyebab dan "apa akibatnya?" ke atas. Lalu ubah setiap masalah menjadi kembarannya yang positif: keadaan bila masalah itu teratasi. Pilih cabang yang dapat Anda ubah, lalu buat baris matriks darinya. Delete menghapus kartu; Ctrl+M membawanya ke tempat lain.
help-section-trees-example = Masalah inti: perajin kertas hanya menerima seperlima nilai kertasnya. Penyebab: lembar dalam satu pesanan berbeda beratnya. Penyebabnya lagi: bubur kertas ditakar dengan kira-kira.
help-field-card-kind = Tempat kartu: di tengah, di bawah sebagai penyebab, di atas sebagai akibat.
help-field-card-kind-example = Penyebab
help-field-card-parent = Kartu yang dituju kartu ini. Penyebab mengarah ke hal yang disebabkannya; akibat berasal dari kartu tempatnya bergantung.
help-field-card-parent-example = "Bubur kertas ditakar dengan kira-kira" bergantung pada "Berat lembar berbeda-beda"
help-field-card-problem = Satu masalah, berupa fakta yang dapat dilihat atau dihitung. Bukan solusi yang belum ada: "belum ada pelatihan" menyembunyikan apa yang sebenarnya salah.
help-field-card-problem-example = Lembar dalam satu pesanan berbeda berat dan warnanya
help-field-card-objective = Kalimat yang sama bila masalahnya sudah teratasi, seolah-olah sudah terjadi. Pastikan dapat dicapai dan memang Anda inginkan.
help-field-card-objective-example = Lembar dalam satu pesanan sama berat dan warnanya
help-field-card-reason = Mengapa kartu ini mengarah ke kartu tempatnya bergantung. Bila alasannya tidak ketemu, mungkin ada yang kurang di antaranya.
help-field-card-reason-example = Pembeli memotong harga 40 persen untuk ongkos sortir
help-field-card-chosen = Cabang yang dikerjakan rencana ini. Sasarannya dapat menjadi baris matriks.
help-field-card-chosen-example = Lembar yang seragam: murah, dan dapat dikerjakan sendiri oleh bengkel
