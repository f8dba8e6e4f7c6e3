// PantauCLI
