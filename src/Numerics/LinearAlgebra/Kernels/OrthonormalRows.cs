namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Fills in rows that a singular value of zero leaves undetermined.</summary>
internal static class OrthonormalRows
{
    /// <summary>Replaces each row of an n × n matrix whose value is 0 by a unit vector orthogonal to all others: the unit vector that the
    /// other rows explain least, orthogonalised twice.</summary>
    public static void Complete(double[] rows, double[] values, int n)
    {
        for (var k = 0; k < n; k++)
        {
            if (values[k] != 0) continue;
            var row = rows.AsSpan(k * n, n);
            row[Least(rows, k, n)] = 1;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < n; i++)
                {
                    if (i == k || values[i] == 0 && i > k) continue;
                    var other = rows.AsSpan(i * n, n);
                    Vectors.AddScaled(-Vectors.Dot(other, row), other, row);
                }
            }
            Vectors.Scale(1 / Vectors.Norm(row), row);
        }
    }

    private static int Least(double[] rows, int except, int n)
    {
        var covered = new double[n];
        for (var i = 0; i < n; i++)
            for (var j = 0; i != except && j < n; j++) covered[j] += rows[i * n + j] * rows[i * n + j];
        return Array.IndexOf(covered, covered.Min());
    }
}
