attach ${night} as night (read_only)
