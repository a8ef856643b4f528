"""A look-up join in pandas: orders with customers in random order. Argument: the .npy file of orders."""
import sys

import numpy as np
import pandas as pd
from orders import orders
from peer import serve

frame = orders(sys.argv[1])
key = np.random.default_rng(6).permutation(1_000_000)
people = pd.DataFrame({"customer": key, "age": 18.0 + key % 60})


def run():
    joined = frame[["customer", "amount"]].merge(people, on="customer", how="left", validate="many_to_one")[["amount", "age"]]
    return f"{len(joined)} rows, age {joined['age'].iat[5_000_000]}"


serve(run)
