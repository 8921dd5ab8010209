"""What people are told about a job: progress, status messages, results, credits used.

In: a job and its progress. Out: one status message. Imported by the stages that move a job.
"""
