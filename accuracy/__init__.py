"""The differential test of whole notebooks; see README.md."""
