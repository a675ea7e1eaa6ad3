# Kata-kata paket: negara, program, dan asal faktanya.

choice-confidence-high = Berdasar kuat
choice-confidence-medium = Mungkin benar
choice-confidence-low = Mohon diperiksa

choice-source-kind-topic = Topik
choice-source-kind-institute = Balai
choice-source-kind-workshop = Lokakarya
choice-source-kind-observation = Pengamatan
choice-source-kind-industry-visit = Kunjungan industri
choice-source-kind-cultural-visit = Kunjungan budaya

choice-sme-class-cottage = Rumah tangga
choice-sme-class-micro = Mikro
choice-sme-class-small = Kecil
choice-sme-class-medium = Menengah
choice-sme-class-sme = Kecil dan menengah
choice-sme-class-large = Besar

pack-source-kinds-topic = Topik
pack-source-kinds-institute = Balai
pack-source-kinds-workshop = Lokakarya
pack-source-kinds-observation = Pengamatan dan diskusi
pack-source-kinds-industry-visit = Kunjungan industri
pack-source-kinds-cultural-visit = Kunjungan budaya

pack-source = Sumber: { $source }
pack-as-of = Dilihat pada { $day }
pack-unreviewed = Belum diperiksa penutur asli
pack-in-force-from = Berlaku sejak { $day }
pack-in-force-until = Berlaku sampai { $day }
