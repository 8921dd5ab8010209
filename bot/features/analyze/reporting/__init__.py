"""What people are told about an analysis while it runs and when it has ended.

In: a job and its progress. Out: one status message.
"""
