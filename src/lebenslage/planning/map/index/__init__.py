"""The index builder: choose indicators, weigh them, see at once what changes, how sure it is and why; keep it as an indicator."""
