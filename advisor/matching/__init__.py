"""The cue language, compiled to searches: lines in, hits out."""
