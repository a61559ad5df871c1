"""Pictures for the summary: a board becomes shapes and words in millimetres. Nothing here knows PDF.

`shapes` holds the vocabulary and the palette, `marks` the small signs and the card, `diamond` the two drawings of the
diamond.
"""
