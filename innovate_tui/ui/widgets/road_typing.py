"""Months and days as people type them into a box. Pure."""

import re
from datetime import date

from innovate_tui.workshop.spelling import MONTHS
from innovate_tui.workshop.timeline import YEAR, Division, Month, Timeline

NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}


def typed_month(text: str, timeline: Timeline | None = None) -> Month | None:
    """The month of "2027-04", "04/2027", "April 2027" or "Apr"; without a year the first such month of a timeframe."""
    day = typed_day(text, timeline)
    return Month.of(day) if day else None


def typed_day(text: str, timeline: Timeline | None = None) -> date | None:
    """The day of "2027-05-06", "6 May 2027", "6/5/2027", "May 2027" (its first) or "May"; none for anything else."""
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    day, year, month = 1, None, None
    numbers = []
    for word in words:
        if word[:3] in NUMBERS and month is None and word.isalpha():
            month = NUMBERS[word[:3]]
        elif len(word) == 4 and word.isdecimal() and year is None:
            year = int(word)
        elif word.isdecimal() and len(word) <= 2:
            numbers.append(int(word))
        elif word not in ("st", "nd", "rd", "th", "of"):
            return None
    if month is None:
        if not numbers:
            return None
        begins_with_year = bool(words) and len(words[0]) == 4
        month = numbers.pop(0 if begins_with_year or len(numbers) == 1 else 1)
    if numbers:
        day = numbers.pop(0)
    if numbers or not 1 <= month <= 12:
        return None
    if year is None:
        if timeline is None:
            return None
        year = timeline.start.year + (1 if month < timeline.start.month else 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def typed_number(text: str) -> int | None:
    """The whole number that a text begins with: "12", "12 months", "2 years" as months."""
    found = re.match(r"\s*(\d{1,4})\s*([^\W\d_]*)", text.casefold())
    if not found:
        return None
    return int(found[1]) * (12 if found[2].startswith("year") else 1)


def typed_division(text: str, years: int) -> tuple[Division, ...] | None:
    """What the years are divided into; one word is for the first two, and later years follow the toolkit (R25, R26)."""
    parts = [part.strip().casefold() for part in re.split(r"[,;]| then ", text) if part.strip()]
    found = [next((each for each in Division if part[:4] == each[:4]), None) for part in parts]
    if any(each is None for each in found):
        return None
    divide = tuple(each for each in found if each is not None)
    if len(divide) == 1:
        divide *= min(years, 2)
    usual = tuple(Timeline(Month(1, 1), years * YEAR).division(year) for year in range(len(divide)))
    return () if divide == usual else divide


def division_text(timeline: Timeline | None) -> str:
    """What the years are divided into, to be typed over: "quarters", or "months, quarters, half-years"."""
    divided = list(timeline.divide) if timeline and timeline.divide else [Division.QUARTER]
    while 1 < len(divided) <= 2 and divided[-1] is divided[-2]:
        divided.pop()
    return ", ".join(f"{each}s" for each in divided)


def month_text(month: Month) -> str:
    """A month as a box shows it, to be typed over: April 2027."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def day_text(day: date) -> str:
    """A day as a box shows it: 6 May 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
