# Kata-kata pilihan strategi, dengan bantuannya.

section-strategy = Strategi
section-strategy-purpose = Jalan mana yang menuju sasaran, seberapa besar perubahannya, dan mana yang kami ambil

strategy-empty = Bandingkan cabang-cabang pohon: seberapa besar perubahannya, dan seberapa baik dapat dikerjakan
strategy-empty-tree = Alternatif adalah cabang-cabang pohon Anda. Buat pohonnya dulu, atau tulis alternatif sendiri
strategy-to-trees = Buat pohon masalah
strategy-take = Jadikan cabang pohon sebagai alternatif
strategy-add = Tambah alternatif
strategy-comparison = Perbandingan
strategy-comparison-note = Nilainya adalah yang lebih rendah antara dampak dan kelayakan: jalan yang tidak dapat ditempuh tidak sampai ke mana-mana, begitu pula jalan yang tidak mengubah apa-apa
strategy-rated = Nilai: { $grade }
strategy-unrated = belum dinilai
strategy-line = { $name }, nilai: { $grade }
strategy-line-chosen = { $name }, dipilih, nilai: { $grade }
strategy-why-impact = Dampaknya yang lebih rendah: apa yang membuat perubahannya lebih besar?
strategy-why-feasibility = Kelayakannya yang lebih rendah: apa yang membuatnya lebih mudah dikerjakan?
strategy-why-both = Dampak dan kelayakannya sama
strategy-choose = Kami ambil yang ini
strategy-to-branch = Tampilkan cabang { $name }
hint-strategy-name = Nama jalan ini dalam satu baris
hint-strategy-reason = Mengapa dinilai demikian, dan mengapa diambil atau tidak

step-strategies-take = Jadikan cabang sebagai alternatif
step-strategy-choose = Pilih alternatif
step-strategy-leave = Batalkan pilihan alternatif
step-strategy-branch = Ganti cabang alternatif

help-section-strategy = Tidak semua cabang dapat diubah sekaligus. Nilai setiap cabang menurut dampaknya dan seberapa baik kantor Anda dapat mengerjakannya: dengan orangnya, uangnya, aturannya, dan apa yang dianggap benar oleh masyarakat. Ambil yang nilainya terbaik, dan tuliskan alasannya agar atasan Anda dapat mengikuti.
help-section-strategy-example = Lembar seragam dengan takaran: dampak tinggi, kelayakan sangat tinggi, jadi nilainya tinggi. Biayanya satu takaran dan satu timbangan untuk setiap bengkel.
help-field-strategy-name = Nama jalan ini.
help-field-strategy-name-example = Lembar seragam dengan takaran
help-field-strategy-branch = Cabang pohon yang diambil jalan ini. Bila jalan ini dipilih, cabangnya ikut dipilih.
help-field-strategy-branch-example = Cara 1: Lembar dalam satu pesanan sama berat dan warnanya
help-field-strategy-impact = Seberapa dekat sasaran inti bila jalan ini berhasil.
help-field-strategy-impact-example = Tinggi: lembar yang seragam mengakhiri potongan harga
help-field-strategy-feasibility = Seberapa baik dapat dikerjakan: secara etika, secara teknis, dan dengan uang yang dapat diperoleh.
help-field-strategy-feasibility-example = Sangat tinggi: bengkel dapat mengerjakannya sendiri
help-field-strategy-reason = Pertimbangan di balik nilai dan pilihan.
help-field-strategy-reason-example = Biayanya satu takaran dan satu timbangan untuk setiap bengkel
help-field-strategy-chosen = Centang yang akan dikerjakan rencana ini. Satu atau beberapa; sisanya dapat menjadi rencana lain.
help-field-strategy-chosen-example = Kami ambil yang ini
