"""Drawings of points over time, for a terminal and as SVG; they know points and days, not facts."""
