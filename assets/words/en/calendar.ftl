# Dates in the calendars of the countries.

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

relative-day = month { $month }, day { $day }
relative-wrong = Write a month and a day after the start, like month 3, day 12, or a date
fiscal-year = FY { $year }

calendar-open = Calendar of { $name }
calendar-earlier = Month before
calendar-later = Month after
calendar-today = Today
calendar-no-date = No date
calendar-own-name = In its own script: { $name }
calendar-own-name-unreviewed = In its own script: { $name } (not yet checked by a native reader)
calendar-expected = The months from { $year } on are not published yet; dates may turn out a day earlier or later
calendar-beyond = The calendar reaches from { $first } to { $last }; here the Gregorian date stands
calendar-beyond-sambat = The tables of Bikram Sambat reach from { $first } to { $last }; here the Gregorian date stands
calendar-wrong-hijri = Write a date like 18 { $month } 1396, or 9 August 2017
calendar-wrong-sambat = Write a date like 12 Baisakh 2074, or 25 April 2017
calendar-typed-beyond-sambat = The tables of Bikram Sambat reach from { $first } to { $last }. Write a day beyond them as a Gregorian date, like 1 May 2040
calendar-typed-beyond = This calendar reaches from { $first } to { $last } here. Write a day beyond as a Gregorian date, like 9 August 2017
calendar-no-such-day = { $month } has { $days } days
