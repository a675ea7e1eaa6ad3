# Words of the stakeholders, with their help.

stakeholders-picture = Who stands where
stakeholders-all = All stakeholders
stakeholders-cell = Influence: { $influence }. Interest: { $interest }. { $names }
stakeholders-nobody = Nobody
stakeholders-unnamed = Without a name
stakeholders-unplaced = Not placed yet:
stakeholders-go = Go to { $name }
stakeholders-add = Add a stakeholder
stakeholders-empty = Begin with three: who gains, who decides, who may lose
stakeholders-of = From the profile of { $country }: agencies
stakeholders-take = Add to the stakeholders
stakeholders-taken = Among the stakeholders
hint-stakeholder-name = A group or an office, not a person

help-section-stakeholders = Name everybody who gains, loses, decides or pays, and say how you work with each. Those with much influence decide whether the plan lives: win them early. Those with much interest and little influence are often the ones the plan is for: give them a voice.
help-section-stakeholders-example = Traders in Kathmandu: they lose part of their margin and can stop the orders. We sell them finished goods with their own label.
help-field-stakeholder-name = A group, an office or an association. Of a single person, name the post.
help-field-stakeholder-name-example = Forest users' groups of the three villages
help-field-stakeholder-category = What they are to the plan. Whoever pays or decides is needed in every plan; so is whoever may lose.
help-field-stakeholder-category-example = Potential opponent
help-field-stakeholder-superior = Tick the one whose yes you need when you are home. The short brief for your superior is written for them.
help-field-stakeholder-superior-example = Head of the district industry office
help-field-stakeholder-interest = How much they care whether the plan works.
help-field-stakeholder-interest-example = High: their income depends on it
help-field-stakeholder-influence = How much they can help or stop it.
help-field-stakeholder-influence-example = High: no bark without their cutting permit
help-field-stakeholder-affected = What changes for them, the good and the bad.
help-field-stakeholder-affected-example = Sell more bark; may not cut the shrub too young
help-field-stakeholder-strategy = What you do with them, and when it begins.
help-field-stakeholder-strategy-example = Sit together in the first month and draw the cutting plan on a map
