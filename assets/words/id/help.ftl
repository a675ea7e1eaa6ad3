# help

## Kartu di balik baris matriks
help-field-matrix-goal_card = Kartu yang pasangan positifnya menjadi tujuan umum. Bila salah satunya berubah kemudian, halaman menunjukkan keduanya dan Anda yang memutuskan.
help-field-matrix-goal_card-example = Anak muda meninggalkan anyaman: pasangannya menjadi tujuan umum
help-field-matrix-purpose_card = Kartu yang pasangan positifnya menjadi tujuan proyek: hampir selalu masalah inti.
help-field-matrix-purpose_card-example = Perajin hanya menerima seperlima harga keranjang
help-field-output-card = Sebab yang menjadi asal keluaran ini. Cabangnya menuju masalah inti, seperti keluaran menuju tujuan proyek.
help-field-output-card-example = Ukuran keranjang tidak sama: pasangannya menjadi “Sembilan puluh perajin terlatih memakai cetakan”
help-field-activity-card = Sebab yang digarap kegiatan ini, lebih dalam di cabang keluarannya.
help-field-activity-card-example = Tidak ada cetakan berukuran sama
help-field-judgement-of = Hasil di ujung kalimat: keluaran, tujuan proyek, atau tujuan umum.
help-field-judgement-of-example = Keluaran 2: ruang pamer bersama sudah dibuka

## Catatan dan pemeriksaan yang dibisukan
help-field-comment-place = Kolom atau baris yang diberi catatan. Catatan ikut ke mana pun ia dipindahkan.
help-field-comment-place-example = Kegiatan 2.1, tanggal selesai
help-field-comment-author = Siapa yang menulis. Nama atau jabatan sudah cukup.
help-field-comment-author-example = Kepala seksi perindustrian
help-field-comment-on = Hari catatan ditulis. Program yang mengisinya.
help-field-comment-on-example = 21 Agustus 2017
help-field-comment-text = Satu hal dalam satu catatan, beserta saran bila ada. Pujian juga catatan.
help-field-comment-text-example = Aula sudah terpakai pada Maret. Bisakah pameran diadakan pada April?
help-field-comment-resolved = Selesai bila rencana sudah menjawab catatan itu. Catatan yang selesai tetap disimpan, terlipat.
help-field-comment-resolved-example = Selesai: pameran pindah ke April
help-field-silenced-code = Aturan yang diam di tempat ini. Di tempat lain ia tetap berbicara.
help-field-silenced-code-example = H2: tidak lebih dari tiga indikator untuk satu hasil
help-field-silenced-place = Di mana aturan itu diam: satu kolom, satu baris, atau seluruh tabel.
help-field-silenced-place-example = Keluaran 3
help-field-silenced-reason = Mengapa aturan itu tidak cocok di sini. Pembaca sesudah Anda harus dapat memahaminya.
help-field-silenced-reason-example = Kementerian kami meminta lima angka ini setiap tahun

## Laporan setelah pelatihan
help-field-report-on = Hari yang menjadi batas laporan. Beberapa bulan kemudian Anda melihat seberapa cepat semuanya berjalan.
help-field-report-on-example = 28 Februari 2018
help-field-report-author = Siapa yang melapor: nama dan jabatan.
help-field-report-author-example = Petugas perindustrian kabupaten
help-field-report-statuses = Untuk setiap kegiatan sejauh mana berjalan dan, bila terlambat, sedikit alasannya. “Belum mulai” yang jujur lebih membantu daripada persentase yang penuh harapan.
help-field-report-statuses-example = 1.2 Uji coba pencelupan: kendala kecil, 40 persen, benang terlambat tiga minggu
help-field-report-values = Nilai setiap indikator pada hari itu, dari sumber yang disebut dalam rencana. Tulis hanya yang benar-benar diukur.
help-field-report-values-example = Bengkel bertanda mutu: 14, dari daftar kantor
help-field-report-spent = Yang sudah dibayar, sumber demi sumber.
help-field-report-spent-example = Anggaran sendiri: NPR 18.000
help-field-report-obstacles = Apa yang menghalangi. Tidak ada yang disalahkan; tim berikutnya menjadi waspada.
help-field-report-obstacles-example = Aula diberikan kepada kantor lain untuk perayaan
help-field-report-next_step = Satu hal yang terjadi berikutnya, dengan siapa dan kapan.
help-field-report-next_step-example = Petugas kabupaten meminta aula sekolah sebelum 10 Maret

## Juri
help-field-criterion-name = Apa yang dilihat juri, dalam beberapa kata. Tulis pertanyaan yang muncul saat anggota juri mendengarkan.
help-field-criterion-name-example = Dapatkah tim mulai tanpa uang baru?
help-field-criterion-weight = Seberapa besar bobotnya. Semua bobot bersama-sama 100 persen.
help-field-criterion-weight-example = 20

## Setelah menggabungkan dua salinan
help-section-choices-example = Anda menulis 60 bengkel, rekan Anda 80. Keduanya ada di sini; Anda berbicara, mengambil 70, lalu melanjutkan.
help-field-open-choice-place = Kolom yang diubah kedua salinan, masing-masing dengan caranya.
help-field-open-choice-place-example = Indikator 1 tujuan proyek, target
help-field-open-choice-lang = Dalam bahasa rencana yang mana kata-katanya berbeda; kosong bila bukan soal kata.
help-field-open-choice-lang-example = Bahasa Nepal
help-field-open-choice-clash = Yang terjadi: keduanya mengubahnya, atau satu mengubah yang dihapus oleh yang lain.
help-field-open-choice-clash-example = Anda mengubah kegiatan itu; rekan Anda menghapusnya
help-field-open-choice-base = Yang ada sebelum kedua salinan berpisah.
help-field-open-choice-base-example = 60
help-field-open-choice-mine = Isi salinan yang Anda buka.
help-field-open-choice-mine-example = 70
help-field-open-choice-theirs = Isi salinan yang lain.
help-field-open-choice-theirs-example = 80
