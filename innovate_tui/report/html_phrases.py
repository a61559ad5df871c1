"""What a web page says beyond the document itself."""

SKIP = "Skip to the summary"
IN_WORDS = "The same in words"
