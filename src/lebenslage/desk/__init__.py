"""The door of the office: work list, case, decision."""
