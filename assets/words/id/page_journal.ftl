# Kata-kata jurnal, dengan bantuannya.

journal-progress = { $written } dari { $all } sumber sudah dicatat
journal-progress-today = { $count ->
    [0] belum ada dari hari ini
   *[other] { $count } di antaranya dari hari ini
}
journal-next = Tulis yang berikutnya
journal-done = Semua sumber sudah dicatat. Bagus
journal-own = Sumber kami sendiri
journal-own-empty = Pasar, toko, obrolan saat makan malam: tambahkan yang tidak ada di jadwal
journal-own-add = Tambah sumber kami sendiri
journal-unnamed = Sumber tanpa nama
journal-line = { $name }, { $count } dari 4 terisi
journal-use-activity = Jadikan kegiatan
journal-use-card = Jadikan kartu
journal-use-note = Tulis apa yang Anda lihat atau akan Anda sesuaikan. Setelah itu dapat menjadi kegiatan dalam rencana
journal-used-in = Dipelajari di sini: { $number } { $name }
journal-delete = Hapus catatan ini
step-write-lesson = Tulis pelajaran
step-use-lesson = Jadikan pelajaran sebuah kegiatan
step-use-lesson-card = Jadikan pelajaran sebuah kartu
hint-lesson-own_source = Namanya, dan di mana
hint-lesson-saw = Satu hal yang mengejutkan Anda
hint-lesson-why = Siapa atau apa yang memungkinkannya
hint-lesson-differs = Hukum, uang, kebiasaan, bahan
hint-lesson-adapt = Bagian yang dapat berhasil di rumah

help-section-journal = Dua menit setiap malam sudah cukup. Buka sumber yang Anda kunjungi, tulis satu baris di setiap isian, lalu beri bintang. Yang dapat berhasil di rumah menjadi kegiatan dengan satu klik, dan rencana menyebut di mana itu dipelajari.
help-section-journal-example = Sarung tangan golf. Terlihat: setiap pekerja memeriksa pasangannya sebelum diteruskan. Berhasil di sana: upah untuk pasangan yang baik. Berbeda di rumah: upah per potong. Disesuaikan: upah untuk potong yang lulus.
help-field-lesson-source = Bagian program tempat Anda mempelajarinya. Diambil dari daftar program.
help-field-lesson-source-example = Kunjungan industri: anyaman rotan
help-field-lesson-own_source = Tempat Anda belajar di luar jadwal. Tulis nama yang dikenal teman satu tim.
help-field-lesson-own_source-example = Toko perak di Kotagede, jalan-jalan hari Minggu
help-field-lesson-day = Hari Anda melihatnya. Selama kursus berjalan, hari Anda menulis diisikan untuk Anda.
help-field-lesson-day-example = 4 Agustus 2017
help-field-lesson-saw = Yang Anda lihat dengan mata sendiri, bukan yang dikatakan orang. Satu fakta, dengan angka bila ada.
help-field-lesson-saw-example = Dua belas bengkel memakai satu ruang celup bersama. Masing-masing membayar per liter.
help-field-lesson-why = Yang membuatnya mungkin di sana: orang, aturan, uang, kebiasaan, tempat.
help-field-lesson-why-example = Ruang itu milik kabupaten, paguyuban memegang kunci dan buku.
help-field-lesson-differs = Yang tidak sama di negara Anda. Ini menentukan apakah gagasan itu bertahan sampai di rumah.
help-field-lesson-differs-example = Bengkel kami berjarak 20 km satu sama lain, dan tidak ada paguyuban yang punya rekening sendiri.
help-field-lesson-adapt = Bagian yang akan Anda ambil, diubah agar cocok. Mulailah dengan kata kerja.
help-field-lesson-adapt-example = Tempatkan satu ruang celup bersama di sebelah pasar mingguan desa terbesar.
help-field-lesson-rating = Seberapa berguna bagi rencana Anda: satu bintang untuk sekadar tahu, lima untuk inti rencana.
help-field-lesson-rating-example = Lima bintang: tanpa ini rencananya akan berbeda
