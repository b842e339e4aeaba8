"""Files on their way in: brought by a planner or fetched from an address, kept until they are accepted. Fetching is off unless allowed."""
