# Membawa lembar sebar ke dalam rencana.

## Yang dibaca
import-title = Impor dari { $name }
import-into = Masukkan ke
import-into-budget = Anggaran
import-into-activities = Kegiatan
import-into-indicators = Indikator
import-into-rates = Kurs
import-into-risks = Risiko
import-into-cooperation = Kerja sama
import-sheet = Lembar
import-heads = Baris judul kolom
import-no-heads = Tanpa judul kolom
import-language = Bahasa teksnya
import-row = Baris { $number }: { $cells }
import-skip = Lewati
import-column = Apa isi kolom { $name }?
import-point-about = Tunjukkan isi setiap kolom. Rencana Anda belum berubah
import-point-name = Kolom mana yang berisi { $field }? Pilih di atas kolomnya
import-other-plan = Buku kerja ini dibuat dari rencana lain, jadi barisnya hanya dapat masuk sebagai baris baru
import-look = Lihat barisnya

## Yang berubah
import-own-about = Inilah perbedaan antara buku kerja dan rencana Anda. Ambil yang Anda inginkan
import-rows-about = Baris ini akan masuk ke rencana Anda. Ambil yang Anda inginkan
import-becomes = { $before } menjadi { $after }
import-becomes-clash = { $before } menjadi { $after }; rencana juga sudah berubah di sini sejak buku kerja dibuat
import-nothing = kosong
import-new = Baru: { $thing }
import-gone = Sudah tidak ada di buku kerja: hapus
import-no-changes = Tidak ada yang berbeda dari rencana Anda
import-take-all = Ambil semua
import-leave-all = Lewati semua
import-take = Ambil { $count } perubahan
import-back = Kembali ke kolom
import-nameless = { $count } baris tanpa nama, misalnya jumlah, dilewati
import-cut = Lembar ini lebih besar daripada sebuah rencana; hanya 20.000 baris dan 200 kolom pertama yang dibaca
import-unread = { $count } sel tidak dapat dipahami; di sana tidak ada yang berubah
import-unread-cell = { $cell }: { $why } ({ $shown })
import-unread-more = dan { $count } lagi
import-done = { $count } perubahan diambil. Urungkan untuk mengembalikannya
step-import = Impor dari lembar sebar
import-yes = Ya
import-no = Tidak

## Sel yang tidak dipahami
import-cell-error = lembar sebar menunjukkan kesalahan di sana
import-cell-no-result = rumus tanpa hasil; buka berkas di program lembar sebar Anda lalu simpan
import-cell-no-number = bukan angka
import-cell-no-day = bukan tanggal; tulis seperti 2 Oktober 2017
import-cell-no-choice = bukan salah satu pilihan
import-cell-no-such-row = tidak ada di rencana
import-cell-no-code = bukan kode, misalnya IDR untuk rupiah

## Berkas yang tidak dapat dibaca
import-not-read = { $name } tidak dapat diimpor. { $why }
import-other-kind = Ini bukan lembar sebar. Pilih berkas yang berakhiran .xlsx, .ods, atau .csv
import-old-form = Bentuknya dari Excel sebelum 2007. Buka di program lembar sebar Anda lalu simpan sebagai .xlsx
import-locked = Berkas dikunci dengan kata sandi. Hapus kata sandinya di program lembar sebar Anda lalu simpan
import-too-large = Berkas lebih besar daripada tabel untuk sebuah rencana. Salin baris yang Anda perlukan ke berkas baru
import-damaged = Berkas rusak. Buka di program lembar sebar Anda lalu simpan lagi
import-empty = Tidak ada isinya
dialog-import-title = Impor dari lembar sebar
dialog-kind-table = Lembar sebar

## Sebutan lain untuk kolom seperti itu, huruf kecil dengan koma di antaranya
import-also-item = keterangan, rincian, uraian biaya, pos anggaran, nama barang
import-also-quantity = volume, vol, kuantitas, qty, banyaknya
import-also-unit-cost = harga, biaya satuan, tarif, harga per satuan
import-also-source = sumber, sumber dana, pembiayaan, dibayar oleh
import-also-note = catatan, keterangan biaya, dasar perhitungan
import-also-activity = tugas, tindakan, nama kegiatan, aktivitas
import-also-responsible = siapa, penanggung jawab, pic, pelaksana
import-also-start = awal, dari, tanggal mulai
import-also-finish = akhir, sampai, tanggal selesai, tenggat
import-also-indicator = indikator kinerja, indikator keberhasilan
import-also-means = sumber data, cara verifikasi, sumber verifikasi
