"""The start page: what are you preparing?"""
