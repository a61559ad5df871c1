"""Workshop tools for innovators in work with children, young people and families, in a terminal."""
