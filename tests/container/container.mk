# The image really built and run, and the proxy in front of the program: `make torture-container torture-proxy`.
TORTURE += proxy container
.PHONY: torture-proxy torture-container

# Where packages cannot be installed, what is missing is said by the trial.
torture-proxy: $(PROGRAM)
	@docker/packages.sh proxy || true
	@$(PYTHON) -B tests/container/proxy.py $(PROGRAM) $(if $(SHORT),--short)

torture-container: $(PROGRAM) $(if $(SHORT),,$(OUT)/tests/http)
	@$(PYTHON) -B tests/container/container.py $(PROGRAM) $(if $(SHORT),--short)
