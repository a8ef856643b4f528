"""Reading orders from CSV in pandas, dates parsed. Argument: the file."""
import sys

import pandas as pd
from peer import serve


def run():
    orders = pd.read_csv(sys.argv[1], parse_dates=["order_date"])
    return f"{len(orders)} rows, {orders['amount'].sum():.2f}"


serve(run)
