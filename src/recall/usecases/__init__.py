"""What a person can do: storage, domain and the present moment put together."""
