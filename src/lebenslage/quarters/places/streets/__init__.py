"""The streets of a town: a map comes in as a file, is read by a child process, and kept small. What asks it are the ways of siting."""
