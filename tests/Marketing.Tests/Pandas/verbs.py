"""The marketing verbs once more in pandas: python3 verbs.py FOLDER reads events.csv and orders.csv, writes what it finds beside them."""
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])
gap = pd.Timedelta(minutes=30)

events = pd.read_csv(folder / "events.csv", parse_dates=["time"]).dropna(subset=["user", "time"])
events = events.sort_values(["user", "time"], kind="stable")
new = events.groupby("user")["time"].diff().gt(gap) | ~events["user"].duplicated()
events["session"] = new.astype(int).groupby(events["user"]).cumsum()
sessions = events.groupby(["user", "session"]).agg(
    start=("time", "min"), end=("time", "max"), events=("time", "size"), pages=("step", "nunique"),
    first_page=("step", "first"), last_page=("step", "last")).reset_index()
sessions["seconds"] = (sessions["end"] - sessions["start"]).dt.total_seconds()
sessions[["user", "session", "events", "pages", "first_page", "last_page", "seconds"]].to_csv(folder / "sessions.csv", index=False)

pd.crosstab(events["user"], events["step"]).reset_index().to_csv(folder / "baskets.csv", index=False)

orders = pd.read_csv(folder / "orders.csv", parse_dates=["order_date"])
orders["day"] = orders["order_date"].dt.normalize()
end = orders["day"].max() + pd.Timedelta(days=1)
bought = orders[orders["amount"] >= 0]
rfm = orders.groupby("customer_id").agg(monetary=("amount", "sum"), any_last=("day", "max"))
rfm = rfm.join(bought.groupby("customer_id").agg(frequency=("day", "size"), last=("day", "max")))
rfm["frequency"] = rfm["frequency"].fillna(0).astype(int)
rfm["recency"] = (end - rfm["last"].fillna(rfm["any_last"])).dt.days
for score, worst_first in (("r", -rfm["recency"]), ("f", rfm["frequency"]), ("m", rfm["monetary"])):
    rfm[score] = 1 + (5 * (worst_first.rank(method="min") - 1) // len(rfm)).astype(int)
rfm.reset_index()[["customer_id", "recency", "frequency", "monetary", "r", "f", "m"]].to_csv(folder / "rfm.csv", index=False)

orders["age"] = orders["order_date"].dt.to_period("M").map(lambda month: month.ordinal)
orders["cohort"] = orders.groupby("customer_id")["age"].transform("min")
orders["age"] -= orders["cohort"]
orders["first"] = orders["cohort"].map(lambda ordinal: pd.Period(ordinal=ordinal, freq="M").start_time)
orders.groupby(["first", "age"])["customer_id"].nunique().rename("active").reset_index().to_csv(folder / "cohorts.csv", index=False)
