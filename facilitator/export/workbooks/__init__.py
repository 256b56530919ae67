"""Workbooks: planned as sheets of typed cells, written with XlsxWriter."""
