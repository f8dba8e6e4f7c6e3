// PantauText
