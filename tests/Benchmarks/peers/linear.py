"""NumPy's LAPACK: linear.py operation a.npy [b.npy]"""

import sys

import numpy

from peer import serve

operation = sys.argv[1]
a, *rest = (numpy.load(path) for path in sys.argv[2:])


def qr():
    q, r = numpy.linalg.qr(a)
    return f"|r00| = {abs(r[0, 0]):.6f}"


def svd():
    u, s, vt = numpy.linalg.svd(a, full_matrices=False)
    return f"s[0] = {s[0]:.6f}"


def eigen():
    values, vectors = numpy.linalg.eigh(a)
    return f"w[-1] = {values[-1]:.6f}"


serve({
    "cholesky": lambda: f"l[-1,-1] = {numpy.linalg.cholesky(a)[-1, -1]:.6f}",
    "solve": lambda: f"x[0,0] = {numpy.linalg.solve(a, rest[0])[0, 0]:.6f}",
    "qr": qr,
    "lstsq": lambda: f"b[0] = {numpy.linalg.lstsq(a, rest[0][:, 0], rcond=None)[0][0]:.6f}",
    "eigen": eigen,
    "eigenvalues": lambda: f"w[-1] = {numpy.linalg.eigvalsh(a)[-1]:.6f}",
    "svd": svd,
    "singular": lambda: f"s[0] = {numpy.linalg.svd(a, compute_uv=False)[0]:.6f}",
}[operation])
