"""What the session declares under which name, and the translated queries call.

Session variables hold the letters: a literal of 4,000 in each place would be half of some models.
"""

ACCENTED = "sitrep_accented"
PLAIN = "sitrep_plain"
LIKENESS = "sitrep_likest"
