"""An analysis as a value: its kind and price, the request a job remembers, its progress.

Every other stage may import it.
"""
