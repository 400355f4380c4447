"""Risk that a subscriber leaves; see the YAML file for the idea."""

import numpy as np


def model(dbt, session):
    dbt.config(materialized="table", packages=["numpy", "pandas"])

    value = dbt.ref("cust_lifetime_value").df()
    subscriptions = dbt.ref("stg_subscriptions__subscriptions").df()

    running = subscriptions[subscriptions["subscription_status"] == "active"]
    frame = running.merge(value, on="customer_id", how="left")
    days = frame["days_since_last_sale"].fillna(60).astype(float)
    frame["churn_risk"] = (1 / (1 + np.exp(-(days - 35) / 12))).round(4)
    return frame.groupby("customer_id", as_index=False)["churn_risk"].max()
