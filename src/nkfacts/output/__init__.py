"""Reports, how they are laid out, and the formats they are written in."""
