"""The pages of one area: its profile, and two areas side by side."""
