"""scikit-learn's silhouettes: silhouette.py rows.npy labels.npy threads"""

import sys

import numpy
from sklearn.metrics import silhouette_samples

from peer import serve

rows = numpy.load(sys.argv[1])
labels = numpy.load(sys.argv[2]).ravel().astype(int)
threads = int(sys.argv[3])

serve(lambda: f"{silhouette_samples(rows, labels, n_jobs=threads).mean():.10f}")
