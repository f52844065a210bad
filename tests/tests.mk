# What holds: tests, sanitizers, coverage, contract. Included by the Makefile; `make test` runs `check`.

NAVICERT_BINARY = $(PROGRAM)
# A leak is printed by a child process of a test but does not fail it (the exit code of Criterion stays 0): the report files decide, not
# the exit codes.
SANITIZER_LOG = $(OUT)/sanitizer
SANITIZER_ENVIRONMENT = ASAN_OPTIONS=log_path=$(SANITIZER_LOG)-$*:detect_leaks=1:handle_segv=0:exitcode=0 \
  UBSAN_OPTIONS=print_stacktrace=1:log_path=$(SANITIZER_LOG)-$*
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: check check-contract check-readme asan tsan coverage
check: $(SUITES:%=check-%) check-fuzz check-contract check-readme ## run every test (packages must be there)

# What the tests that want the bundled data begin with: a copy costs less than taking it in.
SEEDED := $(OUT)/tests/seeded.db
$(SEEDED): $(PROGRAM)
	@mkdir -p $(@D) && rm -f $@*
	@env -i $(PROGRAM) import --bundled --db $@ >$@.log 2>&1 || { cat $@.log; exit 1; }

check-%: $(OUT)/tests/% $(PROGRAM) $(SEEDED)
	@echo "== $*"
	@[ -n "$(wildcard tests/$*/test_*.c)" ] || { echo "tests/$* holds no test"; exit 1; }
	@rm -f $(SANITIZER_LOG)-$*.*
	@$(SANITIZER_ENVIRONMENT) NAVICERT_BINARY=$(NAVICERT_BINARY) NAVICERT_TEST_STORE=$(SEEDED) $< --jobs 2
	@tests/sanitizer_reports.sh $(SANITIZER_LOG)-$*

check-contract: $(PROGRAM)
	@echo "== contract"
	@tests/contract/run.sh $(PROGRAM)

check-readme: $(PROGRAM)
	@echo "== README"
	@$(PYTHON) tests/readme/test_readme.py $(PROGRAM)
	@$(PYTHON) tests/readme/test_following.py $(PROGRAM)

# Sanitized programs are slow: the properties take a sample of their days.
asan: $(PACKAGES)-test ## the tests under AddressSanitizer and UndefinedBehaviorSanitizer, leaks counted as failures
	@$(MAKE) --no-print-directory -j2 --output-sync=target VARIANT=asan NAVICERT_TEST_SAMPLE=1 $(SUITES:%=check-%) check-fuzz

# Criterion cannot start under ThreadSanitizer: the program itself is put under load. The load's own code is a plain build.
LOAD := build/tests/load
LOAD_SECONDS ?= 10
$(OUT)/tests/load: $(OUT)/obj/tests/load/load.o
	@mkdir -p $(@D)
	$(call say,link $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^
-include $(OUT)/obj/tests/load/load.d

tsan: $(PACKAGES)-build ## the program under ThreadSanitizer and load, on 64 connections
	@$(MAKE) --no-print-directory -j2 $(LOAD)
	@$(MAKE) --no-print-directory -j2 VARIANT=tsan all
	@echo "== load, $(LOAD_SECONDS) s"
	@tests/load/run.sh build/tsan/navicert $(LOAD) $(LOAD_SECONDS)

# What takes minutes: crashes, power cuts, fuzzing, mutants. The .mk file of a folder adds the names of its trials to TORTURE and has a
# target torture-<name> for each, whose recipe does the short form where SHORT is set: that is what CI runs.
.PHONY: torture
torture: $(PACKAGES)-torture ## what a promise must withstand, for a long time; SHORT=yes for a look, or torture-<name> for one
	@$(MAKE) --no-print-directory -j2 all
	@status=0; for trial in $(TORTURE); do \
	  echo "== torture: $$trial"; started=$$SECONDS; \
	  $(MAKE) --no-print-directory torture-$$trial || { echo "== torture: $$trial FAILED"; status=1; }; \
	  echo "== torture: $$trial took $$((SECONDS - started)) s"; \
	done; exit $$status

coverage: $(PACKAGES)-lint ## what the tests reach, as text and in build/coverage/report/index.html
	@find build/coverage -name '*.gcda' -delete 2>/dev/null || true
	@mkdir -p build/coverage/report
	@status=0; \
	$(MAKE) --no-print-directory -j2 --output-sync=target VARIANT=coverage NAVICERT_TEST_SAMPLE=1 $(SUITES:%=check-%) || status=$$?; \
	gcovr --root . --object-directory build/coverage/obj $(LAYERS:%=--filter '%/') --exclude-throw-branches \
	  --html-details build/coverage/report/index.html --txt --print-summary build/coverage/obj; \
	exit $$status
