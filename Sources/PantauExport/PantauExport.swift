// PantauExport
