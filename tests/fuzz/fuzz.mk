# Fuzzing, included by the Makefile. The targets in a plain build replay what was found once, with every test; with libFuzzer
# (VARIANT=fuzz, which needs clang) they look for more.

FUZZ_SOURCES := $(wildcard tests/fuzz/*.c)
FUZZ_OBJECTS := $(FUZZ_SOURCES:%.c=$(OUT)/obj/%.o)
FUZZ_COMMON := $(filter-out $(OUT)/obj/tests/fuzz/libfuzzer.o $(OUT)/obj/tests/fuzz/replay.o,$(FUZZ_OBJECTS))
FUZZ_REPLAY := $(OUT)/tests/replay
FUZZER := build/fuzz/fuzzer
FUZZ_SEEDS := build/fuzz/seeds
FUZZ_SECONDS ?= 120

$(FUZZ_REPLAY): $(OUT)/obj/tests/fuzz/replay.o $(FUZZ_COMMON) $(LIBRARY_OBJECTS)
	@mkdir -p $(@D)
	$(call say,link $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
-include $(FUZZ_OBJECTS:.o=.d)

ifeq ($(VARIANT),fuzz)
$(FUZZER): $(OUT)/obj/tests/fuzz/libfuzzer.o $(FUZZ_COMMON) $(LIBRARY_OBJECTS)
	$(call say,link $@)
	$(Q)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)
endif

# Half the seconds of two cores each: nine targets take about 25 s.
TORTURE += fuzz
.PHONY: torture-fuzz check-fuzz
torture-fuzz: $(GEN)/.api ## bad input found by libFuzzer: FUZZ_SECONDS for each target
	@if ! command -v clang >/dev/null; then echo "fuzz: skipped: clang is not installed"; exit 0; fi; \
	$(MAKE) --no-print-directory -j2 VARIANT=fuzz CC=clang $(FUZZER) && \
	$(PYTHON) -B tests/fuzz/seeds.py $(FUZZ_SEEDS) && \
	$(PYTHON) -B tests/fuzz/fuzz.py $(FUZZER) $(FUZZ_SEEDS) $(if $(SHORT),3,$(FUZZ_SECONDS))

# A sanitized program where one is built, or the time to build it is there.
SOCKETS_PROGRAM = $(if $(SHORT),$(if $(wildcard build/asan/navicert),build/asan/navicert,build/navicert),build/asan/navicert)
SOCKETS_SECONDS ?= 120
TORTURE += sockets
.PHONY: torture-sockets
torture-sockets: ## bytes that are nearly HTTP, at a sanitized program: SOCKETS_SECONDS
	@$(MAKE) --no-print-directory -j2 $(if $(findstring asan,$(SOCKETS_PROGRAM)),VARIANT=asan) all
	@$(PYTHON) -B tests/fuzz/sockets.py $(SOCKETS_PROGRAM) --seconds $(if $(SHORT),5,$(SOCKETS_SECONDS))

# With every test: what was found once, and what the document shows. A report of a sanitizer ends it.
check-fuzz: $(FUZZ_REPLAY)
	@echo "== fuzz"
	@$(PYTHON) -B tests/fuzz/seeds.py $(OUT)/seeds >/dev/null
	@$(FUZZ_REPLAY) tests/fuzz/cases $(OUT)/seeds
