"""Who sat with whom: the network, its measures, its view and its doors."""
