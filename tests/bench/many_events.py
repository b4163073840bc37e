#!/usr/bin/python3
"""Writes a table of invented events, to try chronomap with more of them than any article holds.

usage: tests/bench/many_events.py [COUNT] > events.csv

The same numbers each time: towns over the world, some with many events and most with few, thirty years, a few
sentences. A quarter of the events has a point of its own beside a town.
"""
import datetime
import random
import sys

KINDS = ["battle", "attack", "protest", "displacement", "negotiation", "visit", "humanitarian", "legal act"]
WHAT = ["Shells fell near {}", "People gathered in the square of {}", "A convoy left {} in the morning",
        "Talks were held in {}", "Observers reached {}", "Houses were damaged in {}", "A bridge near {} was closed"]
SAID_BY = ["", "local radio", "the mayor's office", "an aid agency", "a news agency", "witnesses"]
TOWNS = 40000


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    dice = random.Random(1)
    regions = [(dice.uniform(-120, 150), dice.uniform(-35, 60), dice.uniform(1, 6)) for _ in range(300)]
    towns = []
    for number in range(TOWNS):
        lon, lat, spread = dice.choice(regions)
        towns.append((f"Town {number + 1}", dice.gauss(lon, spread), dice.gauss(lat, spread)))
    first = datetime.date(1990, 1, 1)
    out = sys.stdout
    out.write("date_start,date_end,longitude,latitude,place,event_type,source,description\n")
    for number in range(count):
        name, lon, lat = towns[min(int(dice.paretovariate(0.4)), TOWNS) - 1]
        if number % 4 == 0:
            lon, lat = lon + dice.gauss(0, 0.3), lat + dice.gauss(0, 0.3)
        day = first + datetime.timedelta(days=int(dice.random() ** 0.7 * 12400))
        end = day + datetime.timedelta(days=dice.choice([0, 0, 0, 0, 1, 3, 30]))
        out.write(f"{day},{end},{lon:.4f},{lat:.4f},{name},{dice.choice(KINDS)},{dice.choice(SAID_BY)},"
                  f"{dice.choice(WHAT).format(name)} on day {number}\n")


main()
