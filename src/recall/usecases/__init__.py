"""The use cases: what a person can do, from storage, domain and the present moment."""
