#!/usr/bin/env python3
"""Extracts a corpus with the installed chronomap on a Spark cluster: each partition's rows go through one program.

usage: spark-submit chronomap_spark.py INPUT OUTPUT [--format jsonl|geoparquet] [--program PATH] [--partitions N]
                                       [--gazetteer FILE]... [--published DATE] [--overwrite]

INPUT is a folder (or file, or glob) of .jsonl rows or of Parquet files, each row an article with the columns id, title,
published and text. OUTPUT becomes a folder:
  jsonl       part-00000 ...: the lines of `chronomap extract`, one for each article, in the order of the input
  geoparquet  part-00000.parquet ...: one row for each event, with its place as a WKB point (GeoParquet 1.1)
Rows that cannot be read are left out, told on the driver's standard error with their partition and line, and counted;
the exit status then is 1. The program and its data must be installed on every worker.
"""
import argparse
import json
import os
import struct
import subprocess
import sys
import threading

from pyspark.sql import SparkSession

COLUMNS = ("id", "title", "published", "text")
#: Errors that a partition passes on to the driver; the others are only counted.
MOST_MESSAGES = 20


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--format", choices=("jsonl", "geoparquet"), default="jsonl")
    parser.add_argument("--program", default="chronomap", help="the program on the workers")
    parser.add_argument("--partitions", type=int, help="how many pieces the work is cut into; Spark decides otherwise")
    parser.add_argument("--gazetteer", action="append", default=[], help="a gazetteer on the workers, as for extract")
    parser.add_argument("--published", help="the day of articles that do not tell theirs")
    parser.add_argument("--overwrite", action="store_true", help="replace an OUTPUT that is there")
    return parser.parse_args()


def command_for(options):
    command = [options.program, "extract", "-", "--rows", "--format", "jsonl"]
    for path in options.gazetteer:
        command += ["--gazetteer", path]
    if options.published:
        command += ["--published", options.published]
    return command


def lines_of_program(rows, command, failures, partition):
    """Pipes `rows` (JSON lines) through one run of the program; yields its lines as they come, in constant memory.

    `failures` is an accumulator of the program's messages. Raises RuntimeError when the program itself fails, so that
    Spark tries the partition again elsewhere.
    """
    try:
        program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        raise RuntimeError(f"cannot run {command[0]} on this worker: {error.strerror}; is it installed here?") from error

    problem = []
    messages = []

    def feed():
        try:
            for row in rows:
                program.stdin.write(row.encode("utf-8", "surrogatepass") + b"\n")
        except BrokenPipeError:
            pass  # the program ended; its exit status tells why
        except Exception as error:  # what the reading of the rows raised belongs to the partition's own thread
            problem.append(error)
        finally:
            try:
                program.stdin.close()
            except BrokenPipeError:
                pass

    def listen():
        for line in program.stderr:
            messages.append(line.decode("utf-8", "replace").rstrip("\n"))

    threads = [threading.Thread(target=feed, daemon=True), threading.Thread(target=listen, daemon=True)]
    for thread in threads:
        thread.start()
    try:
        for line in program.stdout:
            yield line.decode("utf-8").rstrip("\n")
        for thread in threads:
            thread.join()
        status = program.wait()
    finally:
        if program.poll() is None:
            program.kill()
            program.wait()
    if problem:
        raise problem[0]
    if status not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {status}: {' '.join(messages[-3:])}")
    if status == 1:
        errors = [message for message in messages if ": error: " in message] or messages
        failures.add([(partition, len(errors), errors[:MOST_MESSAGES])])


class MessageList:
    """An accumulator that joins lists."""

    @staticmethod
    def param():
        from pyspark.accumulators import AccumulatorParam

        class Joined(AccumulatorParam):
            def zero(self, value):
                return []

            def addInPlace(self, first, second):
                return first + second

        return Joined()


def rows_of(spark, options):
    """The input as an RDD of JSON lines."""
    names = [options.input]
    if os.path.isdir(options.input):
        names = os.listdir(options.input)
    if any(name.endswith(".parquet") for name in names):
        frame = spark.read.parquet(options.input)
        missing = [name for name in ("id", "text") if name not in frame.columns]
        if missing:
            sys.exit(f"chronomap_spark: error: {options.input}: has no column {' and no column '.join(missing)}")
        kept = [name for name in COLUMNS if name in frame.columns]
        rows = frame.select(*kept).rdd.map(
            lambda row: json.dumps({name: None if row[name] is None else str(row[name]) for name in kept},
                                   ensure_ascii=False))
    else:
        rows = spark.sparkContext.textFile(options.input)
    return rows.coalesce(options.partitions) if options.partitions else rows


def point(lon, lat):
    """A point as little-endian WKB (OGC 06-103r4, 8.2.3)."""
    return struct.pack("<BIdd", 1, 1, lon, lat)


def events_of(line):
    """The rows of GeoParquet that one line of the program gives."""
    article = json.loads(line)
    for event in article["events"]:
        place = event["place"] or {}
        located = place.get("lon") is not None
        yield {
            "id": event["id"], "article": article["id"], "title": article.get("title"),
            "published": article.get("published"), "edtf": event["edtf"], "begin": event.get("begin"),
            "end": event.get("end_date"), "dated_by": event["dated_by"], "kind": event.get("kind"),
            "modality": event.get("modality"), "place_id": place.get("id"), "place": place.get("name"),
            "country": place.get("country"), "attribution": event.get("attribution"),
            "confidence": event["confidence"], "quote": event["quote"],
            "geometry": point(place["lon"], place["lat"]) if located else None,
        }


#: Rows that are held before they are written.
BATCH = 10_000


def write_geoparquet(lines, folder, partition):
    """One partition's events as one GeoParquet file (https://geoparquet.org/releases/v1.1.0/)."""
    import pyarrow
    import pyarrow.fs
    import pyarrow.parquet

    text = pyarrow.string()
    fields = [pyarrow.field(name, pyarrow.float64() if name == "confidence" else text)
              for name in ("id", "article", "title", "published", "edtf", "begin", "end", "dated_by", "kind", "modality",
                           "place_id", "place", "country", "attribution", "confidence", "quote")]
    about = {"version": "1.1.0", "primary_column": "geometry",
             "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}}}
    schema = pyarrow.schema(fields + [pyarrow.field("geometry", pyarrow.binary())], {"geo": json.dumps(about)})
    filesystem, path = pyarrow.fs.FileSystem.from_uri(folder)
    name = f"{path}/part-{partition:05d}.parquet"
    # A partition that is tried again writes the whole file again; a half one never has its final name.
    unfinished = f"{path}/.part-{partition:05d}.unfinished"
    with pyarrow.parquet.ParquetWriter(unfinished, schema, filesystem=filesystem) as writer:
        rows = []
        for line in lines:
            rows.extend(events_of(line))
            if len(rows) >= BATCH:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pyarrow.Table.from_pylist(rows, schema))
    filesystem.move(unfinished, name)
    return name


def prepare_output(options):
    """The output's URI; the folder is there and empty for GeoParquet, and absent for Spark's own writer."""
    import pyarrow.fs

    uri = options.output if "://" in options.output else "file://" + os.path.abspath(options.output)
    filesystem, path = pyarrow.fs.FileSystem.from_uri(uri)
    if filesystem.get_file_info(path).type != pyarrow.fs.FileType.NotFound:
        if not options.overwrite:
            sys.exit(f"chronomap_spark: error: {options.output}: is there already; name another, or --overwrite")
        filesystem.delete_dir(path)
    if options.format == "geoparquet":
        filesystem.create_dir(path, recursive=True)
    return uri


def main():
    options = arguments()
    spark = SparkSession.builder.appName("chronomap").getOrCreate()
    context = spark.sparkContext
    failures = context.accumulator([], MessageList.param())
    command = command_for(options)
    output = prepare_output(options)
    rows = rows_of(spark, options)
    lines = rows.mapPartitionsWithIndex(lambda index, part: lines_of_program(part, command, failures, index))
    if options.format == "jsonl":
        lines.saveAsTextFile(output)
    else:
        lines.mapPartitionsWithIndex(lambda index, part: iter([write_geoparquet(part, output, index)])).collect()
    count = 0
    for partition, errors, messages in sorted(failures.value):
        count += errors
        for message in messages:
            print(f"chronomap_spark: partition {partition}: {message}", file=sys.stderr)
    if count:
        print(f"chronomap_spark: {count} rows could not be read and were left out", file=sys.stderr)
    spark.stop()
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
