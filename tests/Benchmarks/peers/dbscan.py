"""scikit-learn's DBSCAN: dbscan.py rows.npy epsilon min_points threads"""

import sys

import numpy
from sklearn.cluster import DBSCAN

from peer import serve

rows = numpy.load(sys.argv[1])
epsilon, min_points, threads = float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])


def resident(name):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(name))


DBSCAN(eps=epsilon, min_samples=min_points, n_jobs=threads).fit(rows[:100])
before = resident("VmRSS")


def work():
    labels = DBSCAN(eps=epsilon, min_samples=min_points, n_jobs=threads).fit(rows).labels_
    return f"{labels.max() + 1} clusters, {(labels < 0).sum()} noise, {(resident('VmHWM') - before) / 1e6:.1f} MB"


serve(work)
