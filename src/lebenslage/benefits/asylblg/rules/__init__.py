"""The statute in its own order: after 36 months, the basic benefits, income and assets, the claim. Who: see aufenthaltsrecht."""
