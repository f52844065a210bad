# Mutants of rules/: whether its tests would notice. Objects of the ordinary build are linked with each mutated file.

# Files of which every mutant was examined and every survivor settled: here a new survivor is an error. `make torture-mutants
# MUTATED=rules/name.c` looks at another, MUTATED= at all of them.
MUTATED := rules/decide.c

TORTURE += mutants
.PHONY: torture-mutants
torture-mutants: $(OUT)/tests/rules $(OUT)/tests/golden
	@nice -n 10 $(PYTHON) -B tests/mutation/mutation.py --build $(OUT) $(if $(SHORT),--sample 20261010 --seconds 5) $(MUTATED)
