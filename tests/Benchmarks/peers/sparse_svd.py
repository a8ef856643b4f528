"""scikit-learn's randomised SVD of a sparse matrix of ones: sparse_svd.py entries.npy rows columns"""

import sys

import numpy
import scipy.sparse
from sklearn.utils.extmath import randomized_svd

from peer import serve

at = numpy.load(sys.argv[1]).astype(int)
shape = (int(sys.argv[2]), int(sys.argv[3]))
a = scipy.sparse.csr_matrix((numpy.ones(len(at)), (at[:, 0], at[:, 1])), shape=shape)


def run():
    u, s, vt = randomized_svd(a, 10, n_oversamples=10, n_iter=4, power_iteration_normalizer="QR", random_state=42)
    return f"s[0] = {s[0]:.6f}"


serve(run)
