"""Sorting in pandas. Arguments: the .npy file, columns separated by commas, a minus before those that descend."""
import sys

from orders import orders
from peer import serve

frame = orders(sys.argv[1])
keys = sys.argv[2].split(",")


def run():
    ordered = frame.sort_values([key.lstrip("-") for key in keys], ascending=[not key.startswith("-") for key in keys])
    return f"{ordered['amount'].iat[1_000_000]:.2f}"


serve(run)
