"""The only room that knows the database. Reads are plain SQL, writes go through SQLAlchemy."""
