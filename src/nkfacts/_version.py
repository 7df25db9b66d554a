"""The version of the program, and by it of every index it keeps."""

__version__ = "0.1.0"
