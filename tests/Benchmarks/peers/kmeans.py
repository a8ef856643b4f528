"""scikit-learn's KMeans: kmeans.py rows.npy clusters restarts max_iterations tolerance seed"""

import sys

import numpy
from sklearn.cluster import KMeans

from peer import serve

rows = numpy.load(sys.argv[1])
clusters, restarts, iterations = (int(a) for a in sys.argv[2:5])
tolerance, seed = float(sys.argv[5]), int(sys.argv[6])


def work():
    model = KMeans(clusters, n_init=restarts, max_iter=iterations, tol=tolerance, random_state=seed).fit(rows)
    return f"inertia {model.inertia_:.6g}, {model.n_iter_} passes"


serve(work)
