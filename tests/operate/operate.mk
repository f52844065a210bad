# What an operator does with it, under load: included by the Makefile.

OPERATE := tests/operate
TORTURE += restart

torture-restart: $(PROGRAM)
	@$(PYTHON) -B $(OPERATE)/restart.py $(PROGRAM) $(if $(SHORT),--short)
