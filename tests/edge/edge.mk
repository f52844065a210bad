# The edge of the server under bad clients, included by the Makefile.

TORTURE += edge-raw edge-slow
.PHONY: torture-edge-raw torture-edge-slow

torture-edge-raw: $(PROGRAM)
	@$(PYTHON) tests/edge/raw.py $(PROGRAM) --proxy $(if $(SHORT),,--shipped)

torture-edge-slow: $(PROGRAM)
	@$(PYTHON) tests/edge/slow.py $(PROGRAM) $(if $(SHORT),--short)
