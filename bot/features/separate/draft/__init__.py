"""The draft: what was sent and what was chosen so far, as values.

In: messages, links, buttons. Out: `Song`, `DraftContents`, `Choice`. Every later stage may import it.
"""
