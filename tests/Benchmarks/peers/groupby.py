"""Group-by in pandas: sum, mean and count of amount by one key. Arguments: the .npy file, the key's name."""
import sys

import numpy as np
import pandas as pd
from peer import serve

data = np.load(sys.argv[1])
key = sys.argv[2]
channels = np.array(["search", "email", "social", "affiliate", "direct"], dtype=object)
frame = pd.DataFrame({"channel": channels[data[:, 0].astype(int)], "customer": data[:, 1].astype("int64"), "amount": np.ascontiguousarray(data[:, 2])})
del data


def run():
    groups = frame.groupby(key)["amount"].agg(["sum", "mean", "count"])
    return f"{len(groups)} groups, {groups['sum'].sum():.2f}"


serve(run)
