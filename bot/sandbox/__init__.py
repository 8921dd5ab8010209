"""Stand-ins for the services the bot talks to, each a real HTTP server on loopback."""
