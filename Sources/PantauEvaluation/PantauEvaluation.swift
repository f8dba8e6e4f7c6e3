// PantauEvaluation
