"""What link promises, shown on the running bot."""
