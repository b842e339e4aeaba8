"""What every page is made of: the frame, the languages, and form fields drawn from facts."""
