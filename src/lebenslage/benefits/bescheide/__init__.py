"""Which notices a household holds that are valid in a month: the ground of every right that follows from another decision."""
