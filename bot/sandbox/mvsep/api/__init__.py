"""The HTTP side of the MVSEP stand-in: requests checked, jobs made, replies in the service's shapes."""
