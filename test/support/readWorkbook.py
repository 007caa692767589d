"""Prints a workbook as JSON: for each sheet its rows, each cell as [openpyxl's type, value]."""

import datetime
import json
import sys

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

book = load_workbook(sys.argv[1], data_only=False)


def shown(cell):
    value = cell.value
    if isinstance(value, datetime.datetime):
        value = value.isoformat()
    if isinstance(value, str):
        value = unescape(value)  # which openpyxl leaves to its callers
    return [cell.data_type, value]


json.dump({sheet.title: [[shown(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book}, sys.stdout)
