"""What access promises, shown on the running bot."""
