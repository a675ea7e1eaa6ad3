# Rencana yang perlu perhatian: diselamatkan, terbuka di tempat lain, versi terdahulu.

## Diselamatkan
ask-open-rescued = Buka yang dapat diselamatkan
ask-rescue-note = { $count ->
    [0] Teks rencana dapat dibaca, tetapi baris-barisnya tidak
   *[other] { $count } baris rencana dapat dibaca. Berkas yang rusak tidak diubah
}
notice-rescued = { $count ->
    [0] Diselamatkan dari “{ $name }”. Berkas itu tidak diubah; simpan rencana ini dengan nama baru
   *[other] Diselamatkan dari “{ $name }”, { $count } bagian disisihkan. Berkas itu tidak diubah; simpan rencana ini dengan nama baru
}
notice-see-list = Yang disisihkan
set-aside = { $count ->
    [0] Semua isi “{ $name }” dapat dibaca
   *[other] { $count } hal dalam “{ $name }” perlu Anda lihat
}
set-aside-note = Bandingkan tempat-tempat ini dengan versi lama atau catatan Anda. Berkas yang rusak masih memuatnya
set-aside-nothing = Simpan rencana ini dengan nama baru
set-aside-copy = Salin daftar ini
file-name-rescued = { $name } (diselamatkan)
file-name-copy = { $name } (salinan saya { $day } { $month })

## Terbuka di tempat lain
holder-somebody = Seseorang
holder-machine = Seseorang di { $machine } (sejak { $since })
holder-named = { $name } di { $machine } (sejak { $since })
ask-elsewhere = “{ $name }” sedang terbuka di tempat lain
ask-elsewhere-note = { $who } sedang membukanya. Jika keduanya menyimpan, salah satu harus mengambil alih perubahan yang lain
ask-elsewhere-read = Buka untuk dibaca
ask-elsewhere-copy = Buka salinan
ask-elsewhere-anyway = Tetap buka
notice-open-elsewhere = { $who } sedang membuka rencana ini. Di sini Anda dapat membacanya
notice-marked = Berkas rencana ini ditandai hanya-baca. Di sini Anda dapat membacanya
notice-copy = Buat salinan untuk diubah
notice-edit-anyway = Tetap ubah
notice-freed = Rencana ini tidak lagi terbuka di tempat lain. Sekarang Anda dapat mengubahnya
notice-freed-by = { $name } telah menutup rencana ini. Sekarang Anda dapat mengubahnya
notice-edit = Ubah
file-followed = Orang lain menyimpan “{ $title }”. Anda melihat versi barunya; urungkan untuk mengembalikan yang sebelumnya
read-only-toast = Rencana ini hanya untuk dibaca. Buat salinan untuk mengubahnya

## Folder tidak ada
notice-stranded = Folder rencana ini tidak ditemukan. Pasang kembali diska lepas, atau simpan di tempat lain. Sampai saat itu salinan pemulihan disimpan di komputer ini
file-back = Berkas rencana ini sudah ada kembali

## Versi terdahulu
command-versions = Versi terdahulu
history-versions = Versi terdahulu
history-versions-note = Setiap kali dibuka dan disimpan, versinya disimpan untuk sementara, juga setelah program ditutup
versions = Versi terdahulu
versions-purpose = Keadaan rencana saat Anda membuka dan menyimpannya, dan apa yang berubah sejak itu
versions-back = Kembali ke rencana
versions-name = Nama untuk rencana seperti sekarang
versions-name-hint = sebelum presentasi
versions-keep = Simpan dengan nama ini
versions-working = Sedang mencari...
versions-none = Belum ada versi. Versi disimpan setiap kali Anda membuka atau menyimpan rencana ini
versions-choose = Pilih satu versi untuk melihat apa yang berubah sejak itu
versions-open-copy = Buka sebagai salinan
versions-opened = Ini rencana dari { $when }, sebagai salinan. Simpan dengan nama baru agar tetap ada
versions-forget-name = Hapus namanya
versions-compare-with = Dibandingkan dengan
versions-now = rencana seperti sekarang
versions-same = Tidak ada perbedaan
versions-changes = { $count } perubahan
versions-more = dan { $count } lagi
versions-before = sebelum
versions-after = sesudah
versions-damaged = Versi ini rusak dan tidak dapat dibaca. Versi lain tidak terpengaruh
versions-failed = Versi terdahulu tidak dapat disimpan di komputer ini. Penyimpanan Anda tidak terpengaruh
versions-kind-opened = Saat dibuka
versions-kind-born = Pertama kali disimpan
take-theirs-step = Ambil versi dari berkas
versions-kind-saved = Disimpan

## Pekerjaan yang dipulihkan
recovered-changes = { $count ->
    [0] Isinya sama dengan berkas
   *[other] { $count } perubahan yang belum ada dalam berkas
}
recovered-file-changed = Berkas telah diubah seseorang sejak itu: berbeda di { $count } tempat. Rencana yang dipulihkan dibuka di sampingnya
recovered-file-gone = Berkas tidak ada lagi. Rencana yang dipulihkan dibuka tanpa berkas
recovered-change = { $place }: { $now }
fall = Kesalahan program menghentikannya ({ $when }). Yang sudah Anda tulis tersimpan
work-fell = Kesalahan program menghentikan yang sedang dikerjakan. Rencana Anda tetap seperti semula; simpan sekarang, lalu coba lagi
recovered-risky = Sudah { $count } kali dibuka tanpa hasil. Program mungkin berhenti lagi; simpan dahulu rencana Anda yang lain
recovered-open-anyway = Tetap buka
recovered-show-folder = Tampilkan foldernya
