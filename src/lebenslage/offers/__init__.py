"""The directory of help: services, places and hours in the model of HSDS 3.0, with accessibility and prices."""
