#!/usr/bin/env python3
"""Runs deploy/spark/chronomap_spark.py in Spark's local mode and compares it with the program on one machine.

usage: spark_test.py PROGRAM        (with a Python that has pyspark and pyarrow; `make test-spark` finds one)
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
import unittest

import pyarrow
import pyarrow.parquet

PROGRAM = os.path.abspath(sys.argv.pop(1))
JOB = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "deploy", "spark", "chronomap_spark.py")
ARTICLES = 10_500
FILES = 7
TOWNS = ("Lachin", "Aghdam", "Khojaly", "Baku", "Yerevan", "Tbilisi", "Ankara", "Moscow", "Paris", "London")
DEEDS = ("was shelled", "was captured", "was visited by a delegation", "saw talks open", "received aid")


def article(number):
    """An article of our own; no two are alike."""
    town, other = TOWNS[number % len(TOWNS)], TOWNS[(number * 7 + 3) % len(TOWNS)]
    deed = DEEDS[number % len(DEEDS)]
    text = (f"{town.upper()} - In {1900 + number % 120} {town} {deed}, residents said. On {1 + number % 28} May "
            f"{1950 + number % 70} {other} {DEEDS[(number + 2) % len(DEEDS)]}; {number} people were counted. "
            f"Nobody knows when {town} had a theatre. Ağdam “was quiet”.")
    published = None if number % 3 else f"2023-{1 + number % 12:02}-01"
    return {"id": f"row {number}", "title": f"Report {number}", "published": published, "text": text}


def spark(folder, *options):
    """Runs the job; returns its exit status and what it said."""
    environment = dict(os.environ, PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable,
                       SPARK_LOCAL_DIRS=folder, SPARK_LOCAL_IP="127.0.0.1")
    environment["PYSPARK_SUBMIT_ARGS"] = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    done = subprocess.run([sys.executable, JOB, *options, "--program", PROGRAM], env=environment, cwd=folder,
                          capture_output=True, text=True, timeout=900)
    return done.returncode, done.stderr


def parts(output):
    """All lines of Spark's part files, in their order."""
    lines = []
    for path in sorted(glob.glob(os.path.join(output, "part-*"))):
        with open(path, encoding="utf-8") as file:
            lines += file.read().split("\n")[:-1]
    return lines


class SparkJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keep = tempfile.TemporaryDirectory(prefix="chronomap-spark-")
        cls.folder = cls.keep.name
        cls.rows = [json.dumps(article(number), ensure_ascii=False) for number in range(ARTICLES)]
        cls.corpus = os.path.join(cls.folder, "corpus")
        os.mkdir(cls.corpus)
        share = -(-ARTICLES // FILES)
        for index in range(FILES):
            with open(os.path.join(cls.corpus, f"rows-{index}.jsonl"), "w", encoding="utf-8") as file:
                file.writelines(row + "\n" for row in cls.rows[index * share:(index + 1) * share])
        alone = subprocess.run([PROGRAM, "extract", "-"], input="\n".join(cls.rows) + "\n", capture_output=True, text=True,
                               check=True)
        cls.expected = alone.stdout.split("\n")[:-1]

    @classmethod
    def tearDownClass(cls):
        cls.keep.cleanup()

    def test_a_cluster_writes_the_lines_that_one_machine_writes(self):
        output = os.path.join(self.folder, "lines")
        status, said = spark(self.folder, self.corpus, output)
        self.assertEqual(status, 0, said)
        lines = parts(output)
        self.assertEqual(len(lines), ARTICLES)
        # Spark orders the splits of files by size, so that the lines are compared as a set of rows with their count.
        self.assertEqual(sorted(lines), sorted(self.expected))
        events = sum(len(json.loads(line)["events"]) for line in lines)
        self.assertGreater(events, ARTICLES)

    def test_parquet_in_and_geoparquet_out_hold_the_same_events(self):
        source = os.path.join(self.folder, "articles.parquet")
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist([json.loads(row) for row in self.rows]), source)
        output = os.path.join(self.folder, "events")
        status, said = spark(self.folder, source, output, "--format", "geoparquet", "--partitions", "3")
        self.assertEqual(status, 0, said)
        files = sorted(glob.glob(os.path.join(output, "*.parquet")))
        about = json.loads(pyarrow.parquet.read_schema(files[0]).metadata[b"geo"])
        self.assertEqual(about["columns"][about["primary_column"]]["encoding"], "WKB")
        got = [(row["id"], row["edtf"], row["place_id"], row["quote"], row["geometry"] is not None)
               for path in files for row in pyarrow.parquet.read_table(path).to_pylist()]
        wanted = [(event["id"], event["edtf"], event["place"]["id"], event["quote"], True)
                  for line in self.expected for event in json.loads(line)["events"]]
        self.assertEqual(sorted(got), sorted(wanted))

    def test_broken_rows_are_told_and_left_out(self):
        source = os.path.join(self.folder, "broken.jsonl")
        with open(source, "w", encoding="utf-8") as file:
            file.write("not a row\n" + "\n".join(self.rows[:50]) + '\n{"id": "half\n')
        output = os.path.join(self.folder, "broken")
        status, said = spark(self.folder, source, output, "--partitions", "1")
        self.assertEqual(status, 1, said)
        self.assertEqual(len(parts(output)), 50)
        self.assertIn("2 rows could not be read", said)
        again, said = spark(self.folder, source, output)
        self.assertNotEqual(again, 0)
        self.assertIn("is there already", said)


if __name__ == "__main__":
    unittest.main(verbosity=2)
