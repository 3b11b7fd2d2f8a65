"""From what the user names to documents: find the inputs, pick a reader, read.

A reader is a module of this folder: adding a format is adding a file. Modules that begin with an underscore
are no readers. See `Reader` for what one must hold.
"""

from corpus.formats._inputs import Input, find_inputs
from corpus.formats._readers import Reader, find_readers, is_readable, read_documents

__all__ = ["Input", "Reader", "find_inputs", "find_readers", "is_readable", "read_documents"]
