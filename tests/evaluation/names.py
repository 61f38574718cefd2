"""When two names mean the same actor or place. Spelling only: nothing here knows the world."""

import math
import re
import unicodedata
from functools import cache

ARTICLES = frozenset({"the", "al", "el", "an", "ar", "as", "ash", "ad", "at", "az", "of", "and"})
SPELLINGS = {"defense": "defence", "center": "centre", "us": "united states"}
KIND_WORDS = frozenset({"governorate", "province", "district", "city", "border", "crossing"})
# "Damascus province" is labelled Rif Dimashq; Damascus Governorate is accepted too.
ALSO_ACCEPTED = {"rif dimashq governorate": "damascus governorate"}
EARTH_RADIUS_KM = 6371.0


# The same few names are compared with each other many thousand times.
@cache
def fold(name: str) -> str:
    """The name in lower case without accents, apostrophes, articles, hyphens and dots."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)|['’‘ʼʿʾ`]", "", plain)
    words = [SPELLINGS.get(word, word) for word in re.findall(r"\w+", plain)]
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept or words)


def same_name(expected: str | None, found: str | None) -> bool:
    """Whether `found` names what the label `expected` names; two NULLs are the same."""
    if expected is None or found is None:
        return expected is found
    wanted, got = fold(expected), fold(found)
    if wanted == got or ALSO_ACCEPTED.get(wanted) == got:
        return True
    return _without_brackets(expected) == _without_brackets(found)


def core_name(name: str) -> str:
    """The folded name without words that tell its kind: 'Aleppo Governorate' gives 'aleppo'."""
    words = [word for word in _without_brackets(name).split() if word not in KIND_WORDS]
    return " ".join(words)


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance of two points given in degrees, in kilometres."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half_phi = math.sin((phi_b - phi_a) / 2) ** 2
    half_lambda = math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    chord = half_phi + math.cos(phi_a) * math.cos(phi_b) * half_lambda
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(chord))


@cache
def _without_brackets(name: str) -> str:
    return fold(re.sub(r"\s*\([^)]*\)", "", name) or name)
