# Measuring, included by the Makefile. Each C file of tests/bench is a program of its own, build/bench/<file>.

BENCH := $(OUT)/bench
BENCH_PROGRAMS := $(patsubst tests/bench/%.c,$(BENCH)/%,$(wildcard tests/bench/*.c))
BENCH_OBJECTS := $(BENCH_PROGRAMS:$(BENCH)/%=$(OUT)/obj/tests/bench/%.o)

# The floor is libmicrohttpd and nothing else, also when its memory and its start are measured.
$(filter-out $(BENCH)/floor,$(BENCH_PROGRAMS)): $(LIBRARY_OBJECTS)
$(BENCH)/floor: LDLIBS = $(shell pkg-config --libs libmicrohttpd)
$(BENCH_PROGRAMS): $(BENCH)/%: $(OUT)/obj/tests/bench/%.o
	@mkdir -p $(@D)
	$(call say,link $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
-include $(BENCH_OBJECTS:.o=.d)

BENCH_NEEDS := $(addprefix $(BENCH)/,floor commits by_sql)
.PHONY: bench bench-smoke bench-growth bench-readme bench-programs bench-instructions
bench-programs: $(PROGRAM) $(BENCH_NEEDS)

bench: $(PACKAGES)-bench ## measure against the floor, peers and the disk: installs wrk, nginx, FastAPI and Fastify, takes minutes
	@$(MAKE) --no-print-directory -j2 bench-programs
	@$(PYTHON) -B tests/bench/bench.py --build $(OUT)

bench-smoke: $(PACKAGES)-load ## go through the benchmarks once, for errors and not for times
	@$(MAKE) --no-print-directory -j2 bench-programs
	@$(PYTHON) -B tests/bench/bench.py --build $(OUT) --smoke

bench-readme: ## put the tables of the last `make bench` into README.md
	@$(PYTHON) -B tests/bench/bench.py --build $(OUT) --update README.md

# Takes minutes and gigabytes at full size; 0.01 is a look.
GROWTH_SIZE ?= 1
bench-growth: $(PROGRAM) $(BENCH)/growth_fill ## stores of up to a million documents: GROWTH_SIZE=0.01 for a look
	@$(PYTHON) -B tests/bench/growth.py $(PROGRAM) $(BENCH)/growth_fill --size $(GROWTH_SIZE)

# Counts are repeatable where times are not: also on a machine that does other things.
BASE ?= HEAD
LIMIT ?= 1.05
bench-instructions: $(PACKAGES)-bench ## instructions a request beside those of BASE=<commit>; fails above LIMIT=1.05 times as many
	@$(MAKE) --no-print-directory -j2 all
	@tests/bench/instructions.sh $(BASE) $(PROGRAM) --limit $(LIMIT)
