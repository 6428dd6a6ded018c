"""From bytes or a paste to plain text, and from text to lines and sections."""
