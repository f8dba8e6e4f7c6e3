import PantauCLI

Program.main()
