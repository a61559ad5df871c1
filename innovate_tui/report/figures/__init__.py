"""Pictures for the summary: a board becomes shapes and words in millimetres. Nothing here knows PDF.

`shapes` holds the vocabulary and the palette, `marks` the small signs and the card, `diamond` and `quadrants` the
boards, `small` both of them for the cover, `legend` what their signs mean; `boards` knows which drawing is whose.
"""
