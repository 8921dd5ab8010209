"""What security promises, shown on the running bot."""
