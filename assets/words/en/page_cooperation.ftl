# Words of co-operation, with their help.

section-cooperation = Co-operation
section-cooperation-purpose = What we need from others, and what we can give
cooperation-empty = Begin with one need and one offer: press the plus beside a topic. The room can bring together who needs and who gives
cooperation-all = All needs and offers
cooperation-add = Add a need or an offer
cooperation-add-need = Add a need: { $topic }
cooperation-add-offer = Add an offer: { $topic }
cooperation-no-topic = Without a topic
cooperation-unsaid = Say whether it is needed or offered:
cooperation-unnamed = Without words
cooperation-go = Go to { $name }
cooperation-unknown-topic = No programme on this computer knows this topic. It stays as it is
hint-cooperation-text = What, how much, for whom
hint-cooperation-institution = An institute, an office or an association

help-section-cooperation = Say what your plan needs that another country has, and what you can give in return. Be exact: a week with two masters is an offer, "co-operation" is none. Name the country or the institution if you know one; leave it open if you do not. The facilitator brings needs and offers of all teams together.
help-section-cooperation-example = We need two weeks at the Centre for Handicraft and Batik for one trainer. We can give: how to beat bark fibre by hand, for three guests at a time.
help-field-cooperation-kind = Whether you need it or can give it.
help-field-cooperation-kind-example = We need
help-field-cooperation-topic = The part of the programme that it is about, so that needs and offers on one topic find each other.
help-field-cooperation-topic-example = Running One Village One Product (OVOP)
help-field-cooperation-text = What exactly: a person, a visit, a sample, a set of rules, training. How much of it, for whom, and when.
help-field-cooperation-text-example = Two weeks for one trainer on washing tanks for dye, in March 2018
help-field-cooperation-partner = The country that you would ask, or that you think of. Those of the programme stand first. Leave it open if any country will do.
help-field-cooperation-partner-example = Indonesia
help-field-cooperation-institution = Who would do it there, or here.
help-field-cooperation-institution-example = Centre for Handicraft and Batik, Yogyakarta
help-field-cooperation-form = Bilateral: two countries. Triangular: two countries together with a third or a donor.
help-field-cooperation-form-example = Triangular: Indonesia sends the master, a donor pays the travel
