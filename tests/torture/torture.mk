# What is acknowledged stays, nothing is done by halves, and every failure of the machine gets an honest status. Included by the Makefile.

TORTURE += crash powercut disk-full io-errors malloc limits
TORTURE_SHIMS := $(OUT)/torture/nosync.so $(OUT)/torture/failn.so
torture_trial = @SHORT=$(SHORT) $(PYTHON) -B tests/torture/$(1).py $(PROGRAM) $(2)

# Loaded before the C library of the program, which they stand in for.
$(TORTURE_SHIMS): $(OUT)/torture/%.so: tests/torture/%.c
	@mkdir -p $(@D)
	$(call say,$(CC) $<)
	$(Q)$(CC) $(CPPFLAGS) -std=c11 -O2 -fPIC -shared $(WARNINGS) $(WERROR) -Wno-missing-prototypes -o $@ $<

.PHONY: $(addprefix torture-,crash powercut disk-full io-errors malloc limits)
torture-crash: $(PROGRAM)
	$(call torture_trial,crash)
torture-powercut: $(PROGRAM) $(OUT)/torture/nosync.so
	$(call torture_trial,powercut,$(OUT)/torture/nosync.so)
torture-disk-full: $(PROGRAM)
	$(call torture_trial,disk_full)
torture-io-errors: $(PROGRAM)
	$(call torture_trial,io_errors)
torture-malloc: $(PROGRAM) $(OUT)/torture/failn.so
	$(call torture_trial,malloc,$(OUT)/torture/failn.so)
torture-limits: $(PROGRAM)
	$(call torture_trial,limits)
