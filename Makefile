# navicert: builds into build/, one folder a variant. `make help` lists what there is.
SHELL := /bin/bash
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help

PYTHON := /usr/bin/python3
PREFIX ?= /usr/local
VARIANT ?= release
ifeq ($(VARIANT),release)
OUT := build
else
OUT := build/$(VARIANT)
endif
GEN := build/gen
# The packages come before anything that asks pkg-config for them.
PACKAGES := build/.packages

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes -Wmissing-prototypes \
  -Wold-style-definition -Wvla -Wpointer-arith -Wwrite-strings -Wcast-qual -Wformat=2 -Wundef -Wswitch-enum \
  -Wnull-dereference -Wdouble-promotion
GCC_WARNINGS := -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init -Wformat-truncation=2 \
  -Wstringop-overflow=4 -Wcast-align=strict -Wimplicit-fallthrough=5 -Wuse-after-free=3
HARDENING := -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection
LINK_HARDENING := -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code
PKG_CONFIG := pkg-config

CC := gcc
# What a processor has against jumps to where none should go has a name of its own on each.
MACHINE := $(shell $(CC) -dumpmachine 2>/dev/null)
HARDENING += $(if $(filter x86_64-%,$(MACHINE)),-fcf-protection=full) $(if $(filter aarch64-%,$(MACHINE)),-mbranch-protection=standard)
ifneq ($(findstring clang,$(CC)),)
COMPILER := clang
# assert(!"what went wrong") is meant.
WARNINGS += -Wno-string-conversion
else
COMPILER := gcc
WARNINGS += $(GCC_WARNINGS)
HARDENING += -ftrivial-auto-var-init=zero
endif

OPTIMISE := -O2 -g
ifeq ($(VARIANT),asan)
OPTIMISE := -O1 -g -fno-omit-frame-pointer
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all
HARDENING :=
else ifeq ($(VARIANT),tsan)
OPTIMISE := -O1 -g -fno-omit-frame-pointer
SANITIZE := -fsanitize=thread
HARDENING :=
else ifeq ($(VARIANT),fuzz)
OPTIMISE := -O1 -g -fno-omit-frame-pointer
SANITIZE := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
HARDENING :=
else ifeq ($(VARIANT),coverage)
OPTIMISE := -O0 -g
SANITIZE := --coverage -fprofile-update=atomic
HARDENING :=
else ifeq ($(VARIANT),analyzer)
OPTIMISE := -O2 -g -fanalyzer
endif

# VARIANT=static puts all libraries into the program, as the image has it, and tells in a map which. Debian's libmicrohttpd.a wants a TLS
# that Debian has in no such form: docker/libmicrohttpd.sh makes one without.
ifeq ($(VARIANT),static)
LINK_HARDENING += -static-pie
MAP = -Wl,-Map=$@.map
PKG_CONFIG += --static
# What would be stripped need not be made.
OPTIMISE := -O2
else
LINK_HARDENING += -pie
endif

LIBRARIES := libmicrohttpd jansson sqlite3 libsodium zlib
CPPFLAGS := -D_GNU_SOURCE -I. -I$(GEN)
CFLAGS = -std=c11 $(OPTIMISE) $(SANITIZE) $(HARDENING) -fno-common -fPIE -pthread $(WARNINGS) $(WERROR) \
  -ffile-prefix-map=$(CURDIR)=. $(shell $(PKG_CONFIG) --cflags $(LIBRARIES) 2>/dev/null)
LDFLAGS = $(SANITIZE) $(LINK_HARDENING) $(MAP) -pthread
LDLIBS = $(shell $(PKG_CONFIG) --libs $(LIBRARIES) 2>/dev/null) -lm
TEST_LIBS = $(shell pkg-config --libs criterion libcurl 2>/dev/null)

# A line a file instead of the whole command; `make V=1` shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)')

include dashboard/dashboard.mk

# --- sources -------------------------------------------------------------------------------------------------------
GEN_API := $(GEN)/operations.c $(GEN)/schemas.c $(GEN)/openapi_json.c
GEN_DB := $(GEN)/sql.c $(GEN)/migrations.c $(GEN)/bundle.c
LAYERS := rules db api server
SOURCES := $(foreach layer,$(LAYERS),$(wildcard $(layer)/*.c))
OBJECTS := $(SOURCES:%.c=$(OUT)/obj/%.o) $(patsubst $(GEN)/%.c,$(OUT)/obj/gen/%.o,$(GEN_API) $(GEN_DB) $(GEN_DASHBOARD))
LIBRARY_OBJECTS := $(filter-out $(OUT)/obj/server/main.o,$(OBJECTS))
PROGRAM := $(OUT)/navicert

# One Criterion program a folder of tests, linked with everything but main.
UNIT_SUITES := rules db api server golden
# Those of http wait more than they work: they begin first, beside all others.
SUITES := http $(UNIT_SUITES) scenarios
# What a suite takes from another's folder.
borrowed_http := tests/api/seeded.c
borrowed_scenarios := tests/api/seeded.c tests/api/stored.c tests/api/stored_post.c tests/api/stored_revise.c tests/http/fake_clock.c tests/http/harness.c tests/http/wire.c
suite_sources = $(wildcard tests/$(1)/*.c) $(borrowed_$(1))
suite_objects = $(patsubst %.c,$(OUT)/obj/%.o,$(call suite_sources,$(1)))
SUITE_OBJECTS := $(foreach suite,$(SUITES),$(call suite_objects,$(suite)))

# --- the two commands ----------------------------------------------------------------------------------------------
.PHONY: help run test all
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: $(PACKAGES)-build ## build, seed the database and serve (NAVICERT_PORT=… and the other variables apply)
	@$(MAKE) --no-print-directory -j2 all
	@exec $(PROGRAM) serve

test: $(PACKAGES)-test ## build and run every test
	@$(MAKE) --no-print-directory -j2 --output-sync=target check

all: $(PROGRAM) ## build the program, build/navicert

# --- packages ------------------------------------------------------------------------------------------------------
$(PACKAGES)-%: docker/packages.sh
	@docker/packages.sh $*
	@mkdir -p build && touch $@

# --- generated code ------------------------------------------------------------------------------------------------
$(GEN)/.api: openapi.yaml $(wildcard api/generate*.py api/generate/*.py)
	@mkdir -p $(GEN)
	$(PYTHON) api/generate.py openapi.yaml $(GEN)
	@touch $@

$(GEN)/.db: db/embed.py $(wildcard db/data/*.json db/data/changes/*.json db/migrations/*.sql db/sql/*.sql)
	@mkdir -p $(GEN)
	$(PYTHON) db/embed.py $(GEN)
	@touch $@

# The headers too: what was compiled against the old ones is compiled again in the same run.
$(GEN_API) $(GEN)/operations.h $(GEN)/schemas.h: $(GEN)/.api ;
$(GEN_DB) $(GEN)/sql.h $(GEN)/bundle.h $(GEN)/migrations.h: $(GEN)/.db ;

# --- compiling -----------------------------------------------------------------------------------------------------
# What may not be used in the program; tests may.
$(OBJECTS): CPPFLAGS += -include rules/banned.h

$(OUT)/obj/%.o: %.c | $(GEN)/.api $(GEN)/.db
	@mkdir -p $(@D)
	$(call say,$(CC) $<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/obj/gen/%.o: $(GEN)/%.c | $(GEN)/.api $(GEN)/.db
	@mkdir -p $(@D)
	$(call say,$(CC) $<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(PROGRAM): $(OBJECTS)
	$(call say,link $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

define SUITE
$(OUT)/tests/$(1): $(call suite_objects,$(1)) $(LIBRARY_OBJECTS)
	@mkdir -p $$(@D)
	$$(call say,link $$@)
	$$(Q)$(CC) $(LDFLAGS) -o $$@ $$^ $(LDLIBS) $(TEST_LIBS)
-include $(patsubst %.o,%.d,$(call suite_objects,$(1)))
endef
$(foreach suite,$(SUITES),$(eval $(call SUITE,$(suite))))

-include $(OBJECTS:.o=.d)

.PHONY: clean install
install: $(PROGRAM) ## install the program below PREFIX
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/navicert

# podman keeps HEALTHCHECK only in the format that docker has.
.PHONY: docker
docker: ## build the container image navicert, with docker or podman
	@epoch=$$(git log -1 --format=%ct 2>/dev/null || echo 0); \
	if docker info >/dev/null 2>&1; then set -- docker build; \
	elif command -v podman >/dev/null; then set -- podman build --format docker --timestamp "$$epoch"; \
	else echo "neither a running docker nor podman is here" >&2; exit 1; fi; \
	"$$@" --build-arg REVISION="$$(git rev-parse HEAD 2>/dev/null || echo unknown)" --build-arg SOURCE_DATE_EPOCH="$$epoch" \
	  --build-arg CREATED="$$(date -u -d "@$$epoch" +%FT%TZ)" -f docker/Dockerfile -t navicert .

clean: ## remove everything built
	rm -rf build

include $(wildcard tests/*/*.mk tests/tests.mk)
