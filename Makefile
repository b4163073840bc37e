# The front door of chronomap. Everything real is in CMakePresets.json and third_party/setup.sh.
.DEFAULT_GOAL := help
.PHONY: help setup build run test test-spark bench fuzz format

PRESET ?= release
BUILD := build/$(PRESET)

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /make \1\t/'

setup: ## install what is missing and fetch the map's sources
	@third_party/setup.sh

build: setup ## build the program and its data (PRESET=release)
	@mkdir -p $(BUILD)
	@cmake --preset $(PRESET) > $(BUILD)/configure.log 2>&1 || { cat $(BUILD)/configure.log >&2; exit 1; }
	@cmake --build --preset $(PRESET)

run: build ## open the demo; without a display, write its pictures to out/
	@third_party/run_demo.sh $(BUILD)/chronomap

test: build ## build and run every test
	@ctest --preset $(PRESET)

test-spark: build ## test the job for Spark clusters (installs pyspark: 510 MB)
	@python=$$(third_party/setup.sh --with spark) && "$$python" tests/deploy/spark_test.py $(BUILD)/chronomap

bench: build ## measure the program
	@cmake --build $(BUILD) --target chronomap_frames chronomap_reading
	@peers=$$(third_party/setup.sh --with bench) || echo "bench: no Mapnik, QGIS and flashgeotext to compare with" >&2; \
	tests/bench/run $(BUILD)/chronomap --frames $(BUILD)/tests/chronomap_frames \
		--reading $(BUILD)/tests/chronomap_reading $${peers:+--peers "$$peers"}

FUZZ_SECONDS ?= 600
fuzz: ## give the readers any bytes, FUZZ_SECONDS (600) for each target
	@third_party/setup.sh --with fuzz
	@mkdir -p build/fuzz
	@cmake --preset fuzz > build/fuzz/configure.log 2>&1 || { cat build/fuzz/configure.log >&2; exit 1; }
	@cmake --build --preset fuzz
	@tests/fuzz/run build/fuzz $(FUZZ_SECONDS)

format: setup ## lay out the sources as .clang-format says
	@git ls-files -co --exclude-standard '*.cpp' '*.hpp' | xargs clang-format -i
