"""The orders that BenchmarkOrders.cs draws, as a pandas frame."""
import numpy as np
import pandas as pd


def orders(path):
    data = np.load(path)
    channels = np.array(["search", "email", "social", "affiliate", "direct"], dtype=object)
    return pd.DataFrame({
        "channel": channels[data[:, 0].astype(int)],
        "customer": data[:, 1].astype("int64"),
        "amount": np.ascontiguousarray(data[:, 2]),
        "weight": np.ascontiguousarray(data[:, 3]),
        "day": np.datetime64("1970-01-01") + data[:, 4].astype("timedelta64[D]"),
    })
