"""HSDS 3.0, the standard of Open Referral: reading its JSON into the directory and writing the directory as its JSON."""
