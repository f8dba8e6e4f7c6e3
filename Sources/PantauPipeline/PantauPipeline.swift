// PantauPipeline
