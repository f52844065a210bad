# What holds: tests, sanitizers, contract, lint. Included by the Makefile; `make test` runs `check`.

NAVICERT_BINARY = $(PROGRAM)
# A leak is printed by a test's child process but does not fail it (Criterion's exit code stays 0): any report file fails the run instead.
SANITIZER_LOG = $(OUT)/sanitizer

.PHONY: check check-% asan tsan
check: $(SUITES:%=check-%) check-contract check-readme ## run every test (packages must be there)

check-%: $(OUT)/tests/% $(PROGRAM)
	@echo "== $*"
	@rm -f $(SANITIZER_LOG).*
	@ASAN_OPTIONS=log_path=$(SANITIZER_LOG):detect_leaks=1:handle_segv=0 UBSAN_OPTIONS=print_stacktrace=1:log_path=$(SANITIZER_LOG) \
	  NAVICERT_BINARY=$(NAVICERT_BINARY) $< $(if $(CI),,--jobs 2)
	@if ls $(SANITIZER_LOG).* >/dev/null 2>&1; then cat $(SANITIZER_LOG).*; exit 1; fi

check-contract: $(PROGRAM)
	@echo "== contract"
	@tests/contract/run.sh $(PROGRAM)

check-readme: $(PROGRAM)
	@echo "== README"
	@$(PYTHON) tests/readme/test_readme.py $(PROGRAM)

asan: ## the tests under AddressSanitizer and UndefinedBehaviorSanitizer, leaks counted as failures
	@$(MAKE) --no-print-directory -j2 VARIANT=asan NAVICERT_TEST_SAMPLE=1 $(SUITES:%=check-%)
