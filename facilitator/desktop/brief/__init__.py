"""The Brief place: who is it for, and how long have we got?"""
