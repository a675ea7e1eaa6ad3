# Tanggal dalam kalender negara-negara.

month-solar-hijri-af-1 = Hamal
month-solar-hijri-af-2 = Sawr
month-solar-hijri-af-3 = Jawza
month-solar-hijri-af-4 = Saratan
month-solar-hijri-af-5 = Asad
month-solar-hijri-af-6 = Sunbula
month-solar-hijri-af-7 = Mizan
month-solar-hijri-af-8 = Aqrab
month-solar-hijri-af-9 = Qaws
month-solar-hijri-af-10 = Jadi
month-solar-hijri-af-11 = Dalw
month-solar-hijri-af-12 = Hut

relative-day = bulan { $month }, hari { $day }
relative-wrong = Tulis bulan dan hari setelah mulai, seperti bulan 3, hari 12, atau sebuah tanggal
fiscal-year = TA { $year }

calendar-open = Kalender { $name }
calendar-earlier = Bulan sebelumnya
calendar-later = Bulan berikutnya
calendar-today = Hari ini
calendar-no-date = Tanpa tanggal
calendar-own-name = Dalam aksaranya sendiri: { $name }
calendar-own-name-unreviewed = Dalam aksaranya sendiri: { $name } (belum diperiksa penutur asli)
calendar-expected = Bulan sejak { $year } belum diumumkan; tanggalnya bisa bergeser satu hari
calendar-beyond = Kalender ini mencakup { $first } sampai { $last }; di sini tertulis tanggal Masehi
calendar-beyond-sambat = Tabel Bikram Sambat mencakup { $first } sampai { $last }; di sini tertulis tanggal Masehi
calendar-wrong-hijri = Tulis tanggal seperti 18 { $month } 1396, atau 9 Agustus 2017
calendar-wrong-sambat = Tulis tanggal seperti 12 Baisakh 2074, atau 25 April 2017
calendar-typed-beyond-sambat = Tabel Bikram Sambat mencakup { $first } sampai { $last }. Tulis hari di luarnya sebagai tanggal Masehi, seperti 1 Mei 2040
calendar-typed-beyond = Kalender ini di sini mencakup { $first } sampai { $last }. Tulis hari di luarnya sebagai tanggal Masehi, seperti 9 Agustus 2017
calendar-no-such-day = { $month } hanya sampai tanggal { $days }
