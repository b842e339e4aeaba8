"""The statute in four parts: who decides, who learns, what each need gives, whether there is a right."""
