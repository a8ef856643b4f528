using System.Collections;
using System.Data;
using System.Data.Common;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>The rows of a frame as a database reader, by which other libraries read it.</summary>
/// <remarks>Booleans are <see cref="bool"/>, integers <see cref="long"/>, numbers <see cref="double"/>, text <see cref="string"/>, timestamps
/// <see cref="DateTime"/> (UTC) and durations <see cref="TimeSpan"/>; nulls are <see cref="DBNull"/>.</remarks>
internal sealed class FrameDataReader(Table table) : DbDataReader
{
    private int _row = -1;
    private bool _closed;

    public override int Depth => 0;

    public override int FieldCount => table.Columns.Length;

    public override bool HasRows => table.Rows > 0;

    public override bool IsClosed => _closed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>The .NET type of a kind's values.</summary>
    public static Type TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => typeof(bool),
        ColumnKind.Integer => typeof(long),
        ColumnKind.Number => typeof(double),
        ColumnKind.Text => typeof(string),
        ColumnKind.Timestamp => typeof(DateTime),
        _ => typeof(TimeSpan),
    };

    public override bool Read() => !_closed && ++_row < table.Rows;

    public override bool NextResult() => false;

    public override void Close() => _closed = true;

    public override string GetName(int ordinal) => table.Schema[ordinal].Name;

    public override int GetOrdinal(string name) => table.Schema.Contains(name) ? table.Schema.Position(name)
        : Enumerable.Range(0, FieldCount).FirstOrDefault(i => string.Equals(GetName(i), name, StringComparison.OrdinalIgnoreCase), -1) is var at and >= 0
            ? at : throw new ArgumentException($"Column '{name}' is not in the reader. Columns: {string.Join(", ", table.Schema.Names)}.");

    public override Type GetFieldType(int ordinal) => TypeOf(table.Schema[ordinal].Kind);

    public override string GetDataTypeName(int ordinal) => table.Schema[ordinal].Kind.Word();

    public override bool IsDBNull(int ordinal) => table.Columns[ordinal].IsNull(Row);

    public override object GetValue(int ordinal) => table.Columns[ordinal][Row] ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => Get<bool>(ordinal);

    public override byte GetByte(int ordinal) => checked((byte)Get<long>(ordinal));

    public override char GetChar(int ordinal) => Get<string>(ordinal) is [var letter] ? letter : throw new InvalidCastException($"Column '{GetName(ordinal)}' does not hold one character.");

    public override DateTime GetDateTime(int ordinal) => Get<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), null);

    public override double GetDouble(int ordinal) => table.Columns[ordinal].Kind == ColumnKind.Integer ? Get<long>(ordinal) : Get<double>(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override Guid GetGuid(int ordinal) => Guid.Parse(Get<string>(ordinal));

    public override short GetInt16(int ordinal) => checked((short)Get<long>(ordinal));

    public override int GetInt32(int ordinal) => checked((int)Get<long>(ordinal));

    public override long GetInt64(int ordinal) => Get<long>(ordinal);

    public override string GetString(int ordinal) => Get<string>(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new InvalidCastException($"Column '{GetName(ordinal)}' holds no bytes.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = Get<string>(ordinal);
        if (buffer is null) return text.Length;
        var count = (int)Math.Max(0, Math.Min(length, text.Length - dataOffset));
        text.CopyTo((int)Math.Min(dataOffset, text.Length), buffer, bufferOffset, count);
        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override DataTable GetSchemaTable()
    {
        var schema = new DataTable("SchemaTable");
        foreach (var (name, type) in new[]
        {
            (SchemaTableColumn.ColumnName, typeof(string)), (SchemaTableColumn.ColumnOrdinal, typeof(int)), (SchemaTableColumn.DataType, typeof(Type)),
            (SchemaTableColumn.AllowDBNull, typeof(bool)), (SchemaTableColumn.ColumnSize, typeof(int)), (SchemaTableColumn.IsLong, typeof(bool)),
        })
            schema.Columns.Add(name, type);
        for (var i = 0; i < FieldCount; i++)
            schema.Rows.Add(GetName(i), i, GetFieldType(i), table.Columns[i].NullCount > 0, GetFieldType(i) == typeof(string) ? int.MaxValue : 8, false);
        return schema;
    }

    private int Row => _closed || _row < 0 || _row >= table.Rows
        ? throw new InvalidOperationException("The reader stands at no row. Call Read() first, and while it is true.") : _row;

    private T Get<T>(int ordinal) => GetValue(ordinal) switch
    {
        T value => value,
        DBNull => throw new InvalidCastException($"Row {_row}, column '{GetName(ordinal)}' is null. Ask IsDBNull first."),
        var other => throw new InvalidCastException($"Column '{GetName(ordinal)}' holds {other.GetType().Name}, not {typeof(T).Name}."),
    };
}
