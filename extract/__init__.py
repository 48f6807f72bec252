"""Who, which body, which meeting, in which role: reports in, records with evidence out."""
