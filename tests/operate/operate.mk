# What an operator does with it, and relies on: included by the Makefile.

OPERATE := tests/operate
TORTURE += restart alerts units

torture-restart: $(PROGRAM)
	@$(PYTHON) -B $(OPERATE)/restart.py $(PROGRAM) $(if $(SHORT),--short)

torture-alerts torture-units: torture-%: $(PROGRAM)
	@$(PYTHON) -B $(OPERATE)/$*.py $(PROGRAM)
