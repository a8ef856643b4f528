using MarketingNotebooks.Data.Expressions.Typed;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>The frame with its rows seen as records, for verbs whose lambdas the compiler checks:
    /// <c>orders.As&lt;Order&gt;().Where(o => o.Amount > 50)</c>. Nothing runs and nothing is copied.</summary>
    /// <typeparam name="T">A record, class or struct; each public property stands for the column of its name, ignoring case, underscores,
    /// hyphens and blanks. Columns without a property stay in the frame.</typeparam>
    /// <exception cref="ArgumentException">A property has no column, or one of another kind; all such properties are named.</exception>
    public TypedFrame<T> As<T>() => new(this, RecordColumns.Of(typeof(T), Schema));
}
