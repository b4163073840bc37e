#!/usr/bin/env python3
"""How fast other programs find places in the same articles, on one core: flashgeotext with its own 30,000 names, and
spaCy's small English pipeline where a Python has its model (it is not on PyPI). Prints JSON: megabytes a second.
usage: peers.py ARTICLES.jsonl"""
import json
import sys
import time

MOST_BYTES = 1_000_000  # enough to measure, and spaCy takes its time


def megabytes_per_second(texts, work):
    work(texts[0])
    begin = time.process_time()
    for text in texts:
        work(text)
    return sum(len(text.encode()) for text in texts) / 1e6 / (time.process_time() - begin)


def main():
    texts, bytes_read = [], 0
    with open(sys.argv[1], encoding="utf-8") as rows:
        for row in rows:
            texts.append(json.loads(row)["text"])
            bytes_read += len(texts[-1])
            if bytes_read > MOST_BYTES:
                break
    rates = {}
    try:
        from flashgeotext.geotext import GeoText
        from loguru import logger
        logger.remove()
        rates["flashgeotext, cities and countries"] = megabytes_per_second(texts, GeoText().extract)
    except ImportError:
        pass
    try:
        import spacy
        pipeline = spacy.load("en_core_web_sm")
        rates["spaCy's en_core_web_sm"] = megabytes_per_second(texts, pipeline)
    except (ImportError, OSError):
        pass
    print(json.dumps(rates))


main()
