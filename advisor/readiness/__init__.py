"""A leader's answers → score, gates, verdict, plan, staffing and the spread between respondents. Pure."""
