"""Commands of care: doctor, backup, db, config."""
