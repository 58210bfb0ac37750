"""What pages say: the one door to the network, the sources that are asked, and their answers."""
