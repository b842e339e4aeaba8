"""Help at hand: what a page is for, whom to call, what to do when it burns, and who gives advice."""
