"""One role: signals, profile, contrasts, findings."""
