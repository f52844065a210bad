# Mutants of rules/: whether its tests would notice. Objects of the ordinary build are linked with each mutated file.

TORTURE += mutants
.PHONY: torture-mutants
torture-mutants: $(OUT)/tests/rules $(OUT)/tests/golden
	@nice -n 10 $(PYTHON) -B tests/mutation/mutation.py --build $(OUT) $(if $(SHORT),--sample 20261010 --seconds 10)
