using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Takes the vectors of one column of a result and makes a column of a frame of them.</summary>
internal abstract class ColumnSink
{
    /// <summary>What a reader should know about the column: its values are not quite those of SQL. Null: nothing.</summary>
    public string? Note { get; protected set; }

    /// <summary>Adds rows.</summary>
    public abstract void Append(Vector vector);

    /// <summary>The column of all rows.</summary>
    public abstract Column Build();

    /// <summary>What takes columns of a type.</summary>
    /// <param name="name">The column's name, for messages.</param>
    /// <param name="type">DuckDB's logical type; stays the caller's.</param>
    /// <exception cref="DuckDbException">No column holds such values.</exception>
    public static ColumnSink Of(string name, nint type) => Api.TypeId(type) switch
    {
        DuckDbType.Boolean => new SameSink<bool>(ColumnKind.Boolean),
        DuckDbType.BigInt => new SameSink<long>(ColumnKind.Integer),
        DuckDbType.Double => new SameSink<double>(ColumnKind.Number),
        DuckDbType.TinyInt => new IntegerSink<sbyte>(),
        DuckDbType.SmallInt => new IntegerSink<short>(),
        DuckDbType.Integer => new IntegerSink<int>(),
        DuckDbType.UTinyInt => new IntegerSink<byte>(),
        DuckDbType.USmallInt => new IntegerSink<ushort>(),
        DuckDbType.UInteger => new IntegerSink<uint>(),
        DuckDbType.UBigInt => new WideSink<ulong>(name),
        DuckDbType.HugeInt => new WideSink<Int128>(name),
        DuckDbType.UHugeInt => new WideSink<UInt128>(name),
        DuckDbType.Float => new FloatSink(),
        DuckDbType.Decimal => new DecimalSink(name, Api.DecimalStorage(type), Api.DecimalScale(type)),
        DuckDbType.Date => TimeSink.Dates(name),
        DuckDbType.Timestamp or DuckDbType.TimestampWithZone => TimeSink.Micros(name),
        DuckDbType.TimestampSeconds => TimeSink.Seconds(name),
        DuckDbType.TimestampMilliseconds => TimeSink.Milliseconds(name),
        DuckDbType.TimestampNanoseconds => TimeSink.Nanoseconds(name),
        DuckDbType.Time => new SameSink<long>(ColumnKind.Duration),
        DuckDbType.TimeNanoseconds => new NanosecondSink(name),
        DuckDbType.Interval => new IntervalSink(name),
        DuckDbType.Varchar => new TextSink(),
        DuckDbType.Enum => new EnumSink(type),
        DuckDbType.SqlNull => new NullSink(),
        _ => new ConvertedSink(name, type),
    };
}
