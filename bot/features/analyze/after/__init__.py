"""After an analysis: browsing results, comparing them, and exports.

In: button presses about results. Out: screens and files.
"""
