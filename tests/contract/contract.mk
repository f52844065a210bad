# What openapi.yaml says, asked with values that are made up, included by the Makefile. `make test` does a little of it.

PROPERTIES_SECONDS ?= 300
TORTURE += properties
.PHONY: torture-properties
torture-properties: $(PROGRAM) ## requests made up from openapi.yaml, valid and not: PROPERTIES_SECONDS
	@tests/contract/run.sh $(PROGRAM) $(if $(SHORT),5,$(PROPERTIES_SECONDS))
