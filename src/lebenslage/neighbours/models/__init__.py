"""Mutual help: the board of a town, its quarters and connectors; posts, what neighbours write to each other, reports, and hours."""

from lebenslage.neighbours.models.board import Board, Connector, Quarter, Tally
from lebenslage.neighbours.models.post import Kind, Post, PostState, Side
from lebenslage.neighbours.models.talk import Block, Conversation, Hours, Message, Neighbour, Reason, Report

__all__ = [
    "Block",
    "Board",
    "Connector",
    "Conversation",
    "Hours",
    "Kind",
    "Message",
    "Neighbour",
    "Post",
    "PostState",
    "Quarter",
    "Reason",
    "Report",
    "Side",
    "Tally",
]
