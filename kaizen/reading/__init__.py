"""Reading of free text: sentences, causes, measures, days, and who, how often, what record."""
