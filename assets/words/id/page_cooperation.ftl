# Kata-kata kerja sama, dengan bantuannya.

section-cooperation = Kerja sama
section-cooperation-purpose = Apa yang kami perlukan dari pihak lain, dan apa yang dapat kami berikan
cooperation-empty = Mulai dengan satu kebutuhan dan satu tawaran: tekan tanda tambah di sebelah topik. Di ruang kursus, yang perlu dan yang memberi dapat dipertemukan
cooperation-all = Semua kebutuhan dan tawaran
cooperation-add = Tambah kebutuhan atau tawaran
cooperation-add-need = Tambah kebutuhan: { $topic }
cooperation-add-offer = Tambah tawaran: { $topic }
cooperation-no-topic = Tanpa topik
cooperation-unsaid = Sebutkan apakah ini kebutuhan atau tawaran:
cooperation-unnamed = Tanpa kata
cooperation-go = Ke { $name }
cooperation-unknown-topic = Tidak ada program di komputer ini yang mengenal topik ini. Topik tetap seperti adanya
hint-cooperation-text = Apa, seberapa banyak, untuk siapa
hint-cooperation-institution = Balai, kantor, atau perkumpulan

help-section-cooperation = Sebutkan apa yang diperlukan rencana Anda dan dimiliki negara lain, serta apa yang dapat Anda berikan. Sebutkan dengan jelas: seminggu bersama dua perajin ahli adalah tawaran, "kerja sama" bukan. Sebut negara atau lembaganya kalau Anda tahu; biarkan terbuka kalau belum. Fasilitator mempertemukan kebutuhan dan tawaran semua tim.
help-section-cooperation-example = Kami perlu dua minggu di Balai Besar Kerajinan dan Batik untuk satu pelatih. Kami dapat memberi: cara memukul serat kulit kayu dengan tangan, untuk tiga tamu sekaligus.
help-field-cooperation-kind = Apakah Anda memerlukannya atau dapat memberikannya.
help-field-cooperation-kind-example = Kami perlu
help-field-cooperation-topic = Bagian program yang bersangkutan, agar kebutuhan dan tawaran pada satu topik dapat bertemu.
help-field-cooperation-topic-example = Menjalankan One Village One Product (OVOP)
help-field-cooperation-text = Tepatnya apa: orang, kunjungan, contoh, aturan, pelatihan. Seberapa banyak, untuk siapa, dan kapan.
help-field-cooperation-text-example = Dua minggu untuk satu pelatih tentang bak pencuci pewarna, Maret 2018
help-field-cooperation-partner = Negara yang akan Anda minta, atau yang Anda pikirkan. Negara peserta program ada di atas. Biarkan terbuka kalau negara mana pun boleh.
help-field-cooperation-partner-example = Indonesia
help-field-cooperation-institution = Siapa yang akan melakukannya di sana, atau di sini.
help-field-cooperation-institution-example = Balai Besar Kerajinan dan Batik, Yogyakarta
help-field-cooperation-form = Bilateral: dua negara. Triangular: dua negara bersama negara ketiga atau donor.
help-field-cooperation-form-example = Triangular: Indonesia mengirim perajin ahli, donor membayar perjalanan
