"""An application without a form, in one minute: it fixes the date."""
