"""The history of the service, joined with ours."""
