"""Pages for a browser that are one file each: no request to anywhere, nothing hidden without a script."""
