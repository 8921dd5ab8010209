"""Sound in the MVSEP stand-in: files decoded, separated with simple filters, and encoded again."""
