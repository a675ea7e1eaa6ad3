# Kata-kata pemangku kepentingan, dengan bantuannya.

stakeholders-picture = Siapa berdiri di mana
stakeholders-all = Semua pemangku kepentingan
stakeholders-cell = Pengaruh: { $influence }. Kepentingan: { $interest }. { $names }
stakeholders-nobody = Tidak ada
stakeholders-unnamed = Tanpa nama
stakeholders-unplaced = Belum ditempatkan:
stakeholders-go = Ke { $name }
stakeholders-add = Tambah pemangku kepentingan
stakeholders-empty = Mulai dengan tiga: siapa untung, siapa memutuskan, siapa mungkin rugi
stakeholders-of = Dari profil { $country }: lembaga
stakeholders-take = Tambahkan ke pemangku kepentingan
stakeholders-taken = Sudah ada di antara pemangku kepentingan
hint-stakeholder-name = Kelompok atau kantor, bukan perorangan

help-section-stakeholders = Sebut semua yang untung, rugi, memutuskan, atau membayar, dan cara Anda bekerja dengan masing-masing. Mereka yang berpengaruh besar menentukan hidup matinya rencana: rangkul sejak awal. Mereka yang berkepentingan besar tetapi berpengaruh kecil sering justru sasaran rencana: beri mereka suara.
help-section-stakeholders-example = Pedagang di Kathmandu: kehilangan sebagian untung dan dapat menghentikan pesanan. Kami menjual barang jadi dengan merek mereka.
help-field-stakeholder-name = Kelompok, kantor, atau perkumpulan. Untuk satu orang, sebut jabatannya.
help-field-stakeholder-name-example = Kelompok pengguna hutan di tiga desa
help-field-stakeholder-category = Kedudukan mereka terhadap rencana. Yang membayar atau memutuskan perlu ada di setiap rencana; begitu juga yang mungkin rugi.
help-field-stakeholder-category-example = Mungkin menentang
help-field-stakeholder-superior = Centang yang persetujuannya Anda perlukan setelah pulang. Ringkasan untuk atasan ditulis bagi mereka.
help-field-stakeholder-superior-example = Kepala kantor perindustrian kabupaten
help-field-stakeholder-interest = Seberapa peduli mereka pada berhasilnya rencana.
help-field-stakeholder-interest-example = Tinggi: penghasilan mereka bergantung padanya
help-field-stakeholder-influence = Seberapa besar mereka dapat menolong atau menghentikannya.
help-field-stakeholder-influence-example = Tinggi: tanpa izin tebang mereka tidak ada kulit kayu
help-field-stakeholder-affected = Apa yang berubah bagi mereka, yang baik dan yang buruk.
help-field-stakeholder-affected-example = Menjual lebih banyak kulit kayu; tidak boleh menebang terlalu muda
help-field-stakeholder-strategy = Apa yang Anda lakukan dengan mereka, dan kapan mulai.
help-field-stakeholder-strategy-example = Duduk bersama pada bulan pertama dan menggambar rencana tebang di peta
