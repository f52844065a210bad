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
