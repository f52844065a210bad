# The decision recomputed by a second implementation, of which no line comes from the first.

TORTURE += audit
.PHONY: torture-audit
torture-audit: $(PROGRAM)
	@nice $(PYTHON) -B tests/auditor/audit.py $(PROGRAM) $(if $(SHORT),--seconds 5 --seed 20261010,--seconds 600)
