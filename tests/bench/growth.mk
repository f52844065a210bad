# Stores of many documents, and what they cost. Included by the Makefile.
GROWTH_SIZE ?= 1
$(OUT)/bench/growth_fill: $(OUT)/obj/tests/bench/growth_fill.o $(LIBRARY_OBJECTS)
	@mkdir -p $(@D)
	$(call say,link $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
-include $(OUT)/obj/tests/bench/growth_fill.d

.PHONY: bench-growth
bench-growth: $(PROGRAM) $(OUT)/bench/growth_fill ## what a million documents cost; GROWTH_SIZE=0.01 for a look
	@$(PYTHON) tests/bench/growth.py $(PROGRAM) $(OUT)/bench/growth_fill --size $(GROWTH_SIZE)
