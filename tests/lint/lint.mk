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

# Every warning of either compiler is an error. gcc's own are, in CI, errors of `make test`; here its analysis runs, at -O2 where it sees most.
lint-gcc: $(GEN)/.api $(GEN)/.db $(GEN_DASHBOARD)
	@$(MAKE) --no-print-directory VARIANT=analyzer WERROR=-Werror objects

# clang only reads: its warnings of our sources are among what clang-tidy says.
lint-clang: $(GEN)/.api $(GEN)/.db $(GEN_DASHBOARD)
	@$(MAKE) --no-print-directory tidy syntax globals

lint-openapi:
	@tests/contract/lint.sh

# --- in the variant of a compiler ----------------------------------------------------------------------------------
.PHONY: objects tidy syntax globals
objects: $(OBJECTS)

ifeq ($(VARIANT),analyzer)
# gcc 12 loses sight of a buffer when it is reached through two pointers, one of them of another function's making.
$(OUT)/obj/rules/names_index.o $(OUT)/obj/db/sqlite.o: OPTIMISE += -Wno-analyzer-malloc-leak
# It does not know that there are never more states than the array that counts for each holds.
$(OUT)/obj/api/table.o: OPTIMISE += -Wno-analyzer-use-of-uninitialized-value
# strchr finds what is always there: the slash of a content type of ours, the brace of a template of ours.
$(OUT)/obj/api/label.o $(OUT)/obj/api/route.o: OPTIMISE += -Wno-analyzer-null-dereference
endif

# What is compiled stands for a source with all that it includes: the one is looked at again when the other is made anew.
CLANG_FLAGS = $(CPPFLAGS) -std=c11 -O2 -pthread -Werror $(filter-out $(GCC_WARNINGS),$(WARNINGS)) -Wno-string-conversion \
  $(shell pkg-config --cflags $(LIBRARIES) criterion 2>/dev/null)

# How much of a function clang's analyser explores: a quarter of what it does by itself, for a third of the time.
ANALYZER_NODES ?= 60000

# One file a process: several at once gave a false va_list error.
TIDIED := $(SOURCES:%.c=$(OUT)/tidy/%)
tidy: $(TIDIED)
$(TIDIED): $(OUT)/tidy/%: $(OUT)/obj/%.o .clang-tidy
	@mkdir -p $(@D)
	@set -o pipefail; clang-tidy --quiet $*.c -- -include rules/banned.h $(CLANG_FLAGS) \
	  -Xclang -analyzer-config -Xclang max-nodes=$(ANALYZER_NODES) 2>&1 \
	  | sed -e '/^[0-9]* warnings\? generated\.$$/d' -e 's#$(CURDIR)/##'
	@touch $@

READ := $(patsubst $(OUT)/obj/%.o,$(OUT)/syntax/%,$(sort $(SUITE_OBJECTS) $(OUT)/obj/tests/load/load.o $(BENCH_OBJECTS) $(FUZZ_OBJECTS)))
syntax: $(READ)
$(READ): $(OUT)/syntax/%: $(OUT)/obj/%.o
	@mkdir -p $(@D)
	@clang -fsyntax-only $(CLANG_FLAGS) $*.c
	@touch $@

globals: $(OBJECTS)
	@$(PYTHON) -B $(LINT)/globals.py $^
