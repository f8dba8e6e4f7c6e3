// PantauFetch
