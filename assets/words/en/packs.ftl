# Words of packs: countries, programmes and where their facts come from.

choice-confidence-high = Well founded
choice-confidence-medium = Probably right
choice-confidence-low = Please check

choice-source-kind-topic = Topic
choice-source-kind-institute = Institute
choice-source-kind-workshop = Workshop
choice-source-kind-observation = Observation
choice-source-kind-industry-visit = Industry visit
choice-source-kind-cultural-visit = Cultural visit

choice-sme-class-cottage = Cottage
choice-sme-class-micro = Micro
choice-sme-class-small = Small
choice-sme-class-medium = Medium
choice-sme-class-sme = Small and medium
choice-sme-class-large = Large

pack-source-kinds-topic = Topics
pack-source-kinds-institute = Institutes
pack-source-kinds-workshop = Workshops
pack-source-kinds-observation = Observation and discussion
pack-source-kinds-industry-visit = Industry visits
pack-source-kinds-cultural-visit = Cultural visits

pack-source = Source: { $source }
pack-as-of = Looked up on { $day }
pack-unreviewed = Not yet checked by a native reader
pack-in-force-from = In force from { $day }
pack-in-force-until = In force until { $day }
