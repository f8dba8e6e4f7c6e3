import PantauCLI
