// PantauTestSupport
