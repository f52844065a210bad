# The dashboard, included by the Makefile: npm makes it of what is here, embed.py puts it into C.
#
#   DASHBOARD=yes     it is built and put into the program
#   DASHBOARD=no      it is left out, and neither Node.js nor npm is needed
#   DASHBOARD=built   it is put in as it lies in build/dashboard, built before or elsewhere
DASHBOARD ?= yes
export DASHBOARD
ifeq ($(filter yes no built,$(DASHBOARD)),)
$(error DASHBOARD is yes, no or built, and not '$(DASHBOARD)')
endif

DASHBOARD_BUILT := build/dashboard
DASHBOARD_MODULES := dashboard/node_modules
# What is generated for the type check alone takes no part.
DASHBOARD_SOURCES := dashboard/build.mjs dashboard/package-lock.json $(shell find dashboard/src -type f ! -name '*.d.ts')

define npm_ci
@docker/packages.sh dashboard
$(call say,npm ci $(1))
@cd dashboard && npm ci --loglevel=error $(1) >/dev/null || { \
  echo "navicert: npm could not get the packages of the dashboard (no network?). Try again, or build without it: make run DASHBOARD=no" >&2; \
  exit 1; }
endef

# Two states of one folder, the second with what checks and tests need. npm empties it first, so nobody may be building then; who checks anyway
# begins with the second.
ifeq ($(filter check check-dashboard check-browser lint-all lint-dashboard,$(MAKECMDGOALS)),)
$(DASHBOARD_MODULES)/.build: dashboard/package-lock.json dashboard/.npmrc
	$(call npm_ci,--omit=dev)
	@touch $@
else
$(DASHBOARD_MODULES)/.build: $(DASHBOARD_MODULES)/.all ;
endif

$(DASHBOARD_MODULES)/.all: dashboard/package-lock.json dashboard/.npmrc
	$(call npm_ci)
	@touch $(DASHBOARD_MODULES)/.build $@

build/.dashboard: $(DASHBOARD_SOURCES) | $(DASHBOARD_MODULES)/.build
	$(call say,node dashboard/build.mjs)
	@node dashboard/build.mjs $(abspath $(DASHBOARD_BUILT))
	@touch $@

# Its name tells which of the three was put in last: another one is put in anew, and nothing else is done again.
GEN_DASHBOARD := $(GEN)/dashboard.c
DASHBOARD_EMBEDDED := $(GEN)/.dashboard-$(DASHBOARD)
$(DASHBOARD_EMBEDDED): dashboard/embed.py dashboard/pages.json $(if $(filter yes,$(DASHBOARD)),build/.dashboard) \
  $(if $(filter built,$(DASHBOARD)),$(wildcard $(DASHBOARD_BUILT)/* $(DASHBOARD_BUILT)/assets/*))
	@mkdir -p $(GEN)
	@rm -f $(GEN)/.dashboard-*
	$(PYTHON) dashboard/embed.py $(if $(filter no,$(DASHBOARD)),-,$(DASHBOARD_BUILT)) $(GEN)
	@touch $@
$(GEN_DASHBOARD): $(DASHBOARD_EMBEDDED) ;

.PHONY: dashboard check-dashboard lint-dashboard
dashboard: $(PACKAGES)-dashboard ## build the front end alone, into build/dashboard
	@mkdir -p $(DASHBOARD_BUILT)
	@$(if $(filter yes,$(DASHBOARD)),$(MAKE) --no-print-directory build/.dashboard)

ifeq ($(DASHBOARD),yes)
check: check-dashboard
lint-all: lint-dashboard
endif

check-dashboard: $(DASHBOARD_MODULES)/.all
	@echo "== dashboard"
	@$(PYTHON) -B tests/browser/test_embed.py
	@cd dashboard && npm test --silent

lint-dashboard: $(DASHBOARD_MODULES)/.all
	@cd dashboard && npm run --silent check
