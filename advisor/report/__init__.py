"""The report object and its renderers: every face shows the same."""
