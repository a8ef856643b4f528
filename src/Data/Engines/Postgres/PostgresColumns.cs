using MarketingNotebooks.Data.Frames;
using Npgsql;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>Takes one column of a result row by row.</summary>
internal abstract class PostgresColumn(Field field)
{
    protected Field Field { get; } = field;

    public static PostgresColumn Of(Field field) => field.Kind switch
    {
        ColumnKind.Boolean => new Values<bool>(field),
        ColumnKind.Number => new Values<double>(field),
        ColumnKind.Text => new Texts(field),
        ColumnKind.Timestamp => new Times(field),
        _ => new Values<long>(field),
    };

    public abstract void Read(NpgsqlDataReader row, int column);

    public abstract Column Build();

    private class Values<T>(Field field) : PostgresColumn(field)
        where T : unmanaged
    {
        private T[] _values = new T[1024];
        private ulong[] _valid = new ulong[16];
        private int _count;
        private bool _nulls;

        public override void Read(NpgsqlDataReader row, int column)
        {
            if (_count == _values.Length)
            {
                var size = (int)Math.Min(2L * _count, Array.MaxLength);
                Array.Resize(ref _values, size);
                Array.Resize(ref _valid, Validity.WordCount(size));
            }
            if (row.IsDBNull(column)) _nulls = true;
            else
            {
                _values[_count] = Value(row, column);
                _valid[_count >> 6] |= 1UL << (_count & 63);
            }
            _count++;
        }

        public override Column Build() => new Column<T>(Field.Kind, _values[.._count],
            Validity.FromWords(_nulls ? _valid[..Validity.WordCount(_count)] : null, _count));

        protected virtual T Value(NpgsqlDataReader row, int column) => row.GetFieldValue<T>(column);
    }

    /// <summary>Timestamps in PostgreSQL's own form: microseconds since 2000. Read as DateTime its ends would become infinities.</summary>
    private sealed class Times(Field field) : Values<long>(field)
    {
        public const long Epoch = 946_684_800_000_000;

        protected override long Value(NpgsqlDataReader row, int column)
        {
            var micros = row.GetFieldValue<long>(column);
            if (micros is < long.MaxValue and > long.MinValue && micros + Epoch is var time && time >= Text.Times.MinValue && time <= Text.Times.MaxValue) return time;
            throw new OverflowException($"Column '{Field.Name}' holds a time outside the years 0001 to 9999{(micros is long.MaxValue or long.MinValue ? " (infinity)" : "")}. Leave such rows out with Where, or set them to null with Expr.If.");
        }
    }

    private sealed class Texts(Field field) : PostgresColumn(field)
    {
        private readonly TextBuilder _builder = new();

        public override void Read(NpgsqlDataReader row, int column) => _builder.Add(row.IsDBNull(column) ? null : row.GetString(column));

        public override Column Build() => _builder.Build();
    }
}
