"""What belongs to one neighbour alone: conversations and hours."""
