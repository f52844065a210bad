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
