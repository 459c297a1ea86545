"""fee: the information processing fee, with every step of its reckoning."""

import argparse
import sys

from gongkai.core.applications.fees import fee_by_items, fee_by_pages
from gongkai.faces.common.exports.objects import line_of
from gongkai.faces.console import words
from gongkai.faces.console.output import CLEAN, complain
from gongkai.faces.console.screen import screen


def run(line: argparse.Namespace) -> int:
    """Print the fee and how it was reckoned."""
    by_pages = line.items is None
    if by_pages and line.before:
        return complain(words.ONLY_ITEMS)
    fee = fee_by_pages(line.pages) if by_pages else fee_by_items(line.items, line.before)
    if line.json:
        given = {
            "method": fee.method.value,
            "quantity": fee.quantity,
            "before": fee.before,
            "fee": fee.amount,
            "steps": list(fee.steps),
        }
        sys.stdout.write(line_of(given) + "\n")
        return CLEAN
    console = screen()
    console.print(words.FEE_IS.format(fee=fee.amount))
    for number, text in enumerate(fee.steps, 1):
        console.print(words.STEP.format(number=number, text=text))
    return CLEAN
