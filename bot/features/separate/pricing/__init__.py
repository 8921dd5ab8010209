"""Before an order: its price, the account that pays, and what stands in the way.

In: a draft and the service's account. Out: credits and `Gate`s. Imported by all stages but the draft.
"""
