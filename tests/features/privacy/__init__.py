"""What privacy promises, shown on the running bot."""
