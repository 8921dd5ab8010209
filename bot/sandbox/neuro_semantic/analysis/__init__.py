"""The four analyses of the stand-in.

In: texts and, for sorting, a theme. Out: results in the shape of the service's document.
"""
