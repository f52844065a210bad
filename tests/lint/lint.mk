# The static checks, included by the Makefile. `make lint` runs them all and says everything that they find; each is also
# a target of its own, such as `make lint-layers`. What compiles or passes is not looked at again until it changes.

LINT := tests/lint
LINT_CHECKERS := layers sizes sql hygiene docker
LINT_COMPILERS := gcc clang
C_FILES := $(wildcard $(LAYERS:%=%/*.[ch]) tests/*/*.[ch])

.PHONY: lint lint-all $(LINT_CHECKERS:%=lint-%) lint-headers lint-format lint-shell lint-cppcheck $(LINT_COMPILERS:%=lint-%) \
  lint-openapi
lint: $(PACKAGES)-lint ## every static check: layers, sizes, SQL, format, both compilers, analysers, openapi.yaml
	@$(MAKE) --no-print-directory -j2 --keep-going --output-sync=target lint-all

lint-all: $(LINT_CHECKERS:%=lint-%) lint-headers lint-format lint-shell lint-cppcheck $(LINT_COMPILERS:%=lint-%) lint-openapi

$(LINT_CHECKERS:%=lint-%): lint-%:
	@$(PYTHON) -B $(LINT)/$*.py

lint-headers: $(GEN)/.api $(GEN)/.db
	@$(PYTHON) -B $(LINT)/headers.py $(CPPFLAGS) -include rules/banned.h -std=c11 -pthread -O2 \
	  $(filter-out $(GCC_WARNINGS),$(WARNINGS)) $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)

lint-format:
	@clang-format --dry-run -Werror $(C_FILES)

lint-shell:
	@shellcheck $$(git ls-files --cached --others --exclude-standard '*.sh') .ci/run

lint-cppcheck: $(GEN)/.api $(GEN)/.db
	@mkdir -p build/lint/cppcheck
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 -j2 --inline-suppr \
	  --suppressions-list=$(LINT)/cppcheck.txt --cppcheck-build-dir=build/lint/cppcheck \
	  --template='{file}:{line}: {message} [{id}]' $(CPPFLAGS) $(LAYERS)

# Every warning of either compiler is an error here; gcc also runs its own analysis, at -O2 where it sees most.
lint-gcc: $(GEN)/.api $(GEN)/.db
	@$(MAKE) --no-print-directory VARIANT=analyzer WERROR=-Werror objects

lint-clang: $(GEN)/.api $(GEN)/.db
	@$(MAKE) --no-print-directory VARIANT=clang CC=clang WERROR=-Werror objects tidy globals

lint-openapi:
	@tests/contract/lint.sh

# --- in the variant of a compiler ----------------------------------------------------------------------------------
.PHONY: objects tidy globals
objects: $(OBJECTS) $(SUITE_OBJECTS) $(OUT)/obj/tests/load/load.o $(BENCH_OBJECTS)

ifeq ($(VARIANT),analyzer)
# It does not know that a failed assertion of Criterion goes no further.
$(SUITE_OBJECTS): OPTIMISE += -fno-analyzer
# gcc 12 loses sight of a buffer when it is reached through two pointers, one of them of another function's making.
$(OUT)/obj/rules/names_index.o $(OUT)/obj/db/sqlite.o: OPTIMISE += -Wno-analyzer-malloc-leak
# A bench that cannot go on leaves its memory to the system.
$(OUT)/obj/tests/bench/engine.o: OPTIMISE += -Wno-analyzer-malloc-leak
# It does not know that there are never more states than the array that counts for each holds.
$(OUT)/obj/api/table.o: OPTIMISE += -Wno-analyzer-use-of-uninitialized-value
# strchr finds what is always there: the slash of a content type of ours, the brace of a template of ours.
$(OUT)/obj/api/label.o $(OUT)/obj/api/route.o: OPTIMISE += -Wno-analyzer-null-dereference
endif

# One file a process: several at once gave a false va_list error.
TIDIED := $(SOURCES:%.c=$(OUT)/tidy/%)
tidy: $(TIDIED)
$(TIDIED): $(OUT)/tidy/%: $(OUT)/obj/%.o .clang-tidy
	@mkdir -p $(@D)
	@set -o pipefail; clang-tidy --quiet $*.c -- $(CPPFLAGS) -include rules/banned.h $(CFLAGS) 2>&1 \
	  | sed -e '/^[0-9]* warnings\? generated\.$$/d' -e 's#$(CURDIR)/##'
	@touch $@

globals: $(OBJECTS)
	@$(PYTHON) -B $(LINT)/globals.py $^
