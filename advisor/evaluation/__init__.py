"""How well the rubrics read: analyses measured against ads that people labelled. For rubric authors."""
