// PantauStore
