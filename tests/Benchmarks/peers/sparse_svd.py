"""Leading singular values of a sparse matrix of ones: sparse_svd.py entries.npy rows columns k svds|randomized"""

import sys

import numpy
import scipy.sparse
from scipy.sparse.linalg import svds
from sklearn.utils.extmath import randomized_svd

from peer import serve

at = numpy.load(sys.argv[1]).astype(int)
shape = (int(sys.argv[2]), int(sys.argv[3]))
k = int(sys.argv[4])
a = scipy.sparse.csr_matrix((numpy.ones(len(at)), (at[:, 0], at[:, 1])), shape=shape)


def decompose():
    if sys.argv[5] == "svds":
        u, s, vt = svds(a, k, tol=1e-6, random_state=42)
        return u[:, ::-1], s[::-1], vt[::-1]
    return randomized_svd(a, k, n_oversamples=20 - k, n_iter=4, power_iteration_normalizer="QR", random_state=42)


def text(u, s, vt):
    residual = max(numpy.linalg.norm(a @ vt.T - u * s, axis=0).max(), numpy.linalg.norm(a.T @ u - vt.T * s, axis=0).max()) / s[0]
    return f"s = {s[0]:.6f} … {s[-1]:.6f}, residual {residual:.1e}"


def run():
    return text(*decompose())


serve(run)
