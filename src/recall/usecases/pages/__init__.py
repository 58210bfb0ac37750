"""What pages say: asked of the network, and written into the library."""
