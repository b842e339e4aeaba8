"""Measures and money: does it arrive where it is needed?"""
