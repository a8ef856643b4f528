"""Windows in pandas: "customer": lag and running sum by customer; "channel": moving mean of 28 rows by channel. Both in order of day.
Arguments: the .npy file, which of the two."""
import sys

from orders import orders
from peer import serve

frame = orders(sys.argv[1])


def customer():
    ordered = frame.sort_values(["customer", "day"], kind="stable")
    groups = ordered.groupby("customer", sort=False)
    gap = (ordered["day"] - groups["day"].shift()).sort_index()
    spent = groups["amount"].cumsum().sort_index()
    return f"{gap.isna().sum()} customers, {spent.iat[5_000_000]:.2f}"


def channel():
    ordered = frame.sort_values(["channel", "day"], kind="stable")
    mean = ordered.groupby("channel", sort=False)["amount"].rolling(28, min_periods=1).mean().droplevel(0).sort_index()
    return f"{mean.iat[5_000_000]:.2f}"


serve({"customer": customer, "channel": channel}[sys.argv[2]])
