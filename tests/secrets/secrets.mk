# Where a token can be found after it was used, included by the Makefile. There is one form: it takes seconds.
TORTURE += secrets
.PHONY: torture-secrets
torture-secrets: $(PROGRAM)
	@$(PYTHON) tests/secrets/trial.py $(PROGRAM)
