"""Eclat with bit columns in plain NumPy: association.py baskets.txt support      (a basket a line, item codes separated by blanks)"""

import math
import sys

import numpy

from peer import serve

with open(sys.argv[1]) as file:
    baskets = [sorted({int(code) for code in line.split()}) for line in file]
least = math.ceil(float(sys.argv[2]) * len(baskets) * (1 - 1e-12))
ones = numpy.array([bin(byte).count("1") for byte in range(256)], dtype=numpy.uint8)


def extend(columns, counts):
    """All frequent sets that begin with one of these columns, each a set of the shared prefix and one item more."""
    found = len(columns)
    for first in range(len(columns) - 1):
        both = columns[first + 1:] & columns[first]
        shared = ones[both].sum(axis=1, dtype=numpy.int64)
        kept = shared >= least
        if kept.any():
            found += extend(both[kept], shared[kept])
    return found


def work():
    held = [[] for _ in range(1 + max((basket[-1] for basket in baskets if basket), default=0))]
    for number, basket in enumerate(baskets):
        for item in basket:
            held[item].append(number)
    frequent = sorted((item for item in held if len(item) >= least), key=len)
    bits = numpy.zeros((len(frequent), len(baskets)), dtype=bool)
    for row, item in enumerate(frequent):
        bits[row, item] = True
    return f"{extend(numpy.packbits(bits, axis=1), numpy.array([len(item) for item in frequent])):,} itemsets"


serve(work)
