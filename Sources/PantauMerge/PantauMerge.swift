// PantauMerge
