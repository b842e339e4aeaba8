"""From the answers to the application that was sent."""
