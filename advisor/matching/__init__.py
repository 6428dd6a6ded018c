"""The cue language, compiled to RE2: lines in, hits out."""
