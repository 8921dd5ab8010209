"""After a job: buttons on results, the list of jobs, and changes of the chats themselves.

In: button presses about jobs. Out: new drafts, cancelled or deleted jobs.
"""
