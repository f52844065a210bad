# Mutants of rules/: whether its tests would notice. Objects of the ordinary build are linked with each mutated file.

# Files of which every mutant was examined and every survivor settled: here a new survivor is an error. `make torture-mutants
# MUTATED=rules/name.c` looks at another, MUTATED= at all of them; the short form at so many of them, always the same.
MUTATED := $(addprefix rules/,decide.c decide_leg.c predicate.c docket.c ballot.c worlds.c inquiry.c forums.c next_change.c date.c metrics.c)
MUTANTS_SHORT := 60

TORTURE += mutants
.PHONY: torture-mutants
torture-mutants: $(OUT)/tests/rules $(OUT)/tests/golden
	@nice -n 10 $(PYTHON) -B tests/mutation/mutation.py --build $(OUT) $(if $(SHORT),--sample $(MUTANTS_SHORT) --fresh) $(MUTATED)
