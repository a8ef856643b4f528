"""scikit-learn's GaussianMixture: mixture.py rows.npy components covariance iterations seed"""

import sys
import warnings

import numpy
from sklearn.mixture import GaussianMixture

from peer import serve

rows = numpy.load(sys.argv[1])
components, covariance, iterations, seed = int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
warnings.filterwarnings("ignore", message=".*did not converge.*")


def work():
    # tol=0 never ends a run early: both sides take the same number of passes.
    model = GaussianMixture(components, covariance_type=covariance, tol=0, max_iter=iterations, random_state=seed).fit(rows)
    return f"log-likelihood a row {model.score(rows):.6f}, {model.n_iter_} passes"


serve(work)
