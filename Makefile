# make run: from the corpus to the tracking table. make test: all tests. Both prepare the machine first.

.PHONY: help prepare build run test lint check-imports benchmark clean

BINARY := .build/release/pantau

help:
	@echo 'make run            build, run the whole line on corpus/, print the table; results in out/'
	@echo 'make test           run all tests'
	@echo 'make build          build $(BINARY)'
	@echo 'make benchmark      measure speed on corpus/'
	@echo 'make lint           check the format of all Swift files'
	@echo 'make check-imports  check that targets import only what Package.swift gives them'

prepare:
	@.ci/prepare

# The Swift runtime is linked in: the program runs where Swift is not installed.
build: prepare
	swift build -c release --static-swift-stdlib --product pantau

run: build
	$(BINARY) run corpus/pages --out out

test: prepare
	swift test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

check-imports: prepare
	.ci/check-imports

benchmark: prepare
	swift run -c release pantau-benchmark

clean:
	rm -rf .build out
