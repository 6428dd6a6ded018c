"""A team described → roles, coverage, findings, a structure to move to."""
