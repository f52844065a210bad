# The dashboard in a real browser, on the real data, included by the Makefile: part of `make test`. A picture of each screen stays in SCREENS.

SCREENS ?= build/ci/screens
.PHONY: check-browser
ifeq ($(DASHBOARD),yes)
check: check-browser
endif

check-browser: $(PROGRAM) $(DASHBOARD_MODULES)/.all
	@echo "== browser"
	@tests/browser/run.sh $(PROGRAM) $(SCREENS)

.PHONY: bench-dashboard
bench-dashboard: $(PROGRAM) $(DASHBOARD_MODULES)/.all ## how long a first visitor waits, beside a bare document of the same server
	@tests/browser/run.sh $(PROGRAM) $(SCREENS) bench
