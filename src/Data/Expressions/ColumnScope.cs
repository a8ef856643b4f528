using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>The columns that a verb's lambda can read: <c>c["amount"]</c>.</summary>
public sealed class ColumnScope
{
    private readonly Schema _schema;

    internal ColumnScope(Schema schema) => _schema = schema;

    /// <summary>The column of that name.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those present.</exception>
    public Expr this[string name] => new ColumnExpr(name, _schema[name].Kind);
}
