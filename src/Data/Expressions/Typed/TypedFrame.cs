using System.Linq.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions.Typed;

/// <summary>A frame whose rows are seen as records: lambdas over a record become formulas over columns, so that they run at the engine's speed.</summary>
/// <remarks>What is translated: the record's properties, constants and captured variables, arithmetic, comparisons, <c>&amp;&amp; || ! ?: ??</c>,
/// methods of strings, dates and <see cref="Math"/> that columns have, and <c>list.Contains(o.X)</c>. Nulls go by SQL's rules: a comparison with
/// one is not true. <c>Length</c> counts code points. Anything else is an error when the verb is called.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class TypedFrame<T>
{
    private readonly IReadOnlyDictionary<string, string> _columns;

    internal TypedFrame(DataFrame frame, IReadOnlyDictionary<string, string> columns) => (Frame, _columns) = (frame, columns);

    /// <summary>The frame itself.</summary>
    public DataFrame Frame { get; }

    /// <summary>Rows in which a condition is true.</summary>
    /// <param name="condition">E.g. <c>o => o.Amount > 50 &amp;&amp; o.Channel == "search"</c>.</param>
    /// <exception cref="ArgumentException">A part of it cannot be translated; the message names it.</exception>
    public TypedFrame<T> Where(Expression<Func<T, bool>> condition) => new(Frame.Where(c => Translate(condition, c)), _columns);

    /// <summary>Adds a column, or replaces the one of that name.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">E.g. <c>o => o.Amount - o.Cost</c>.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <exception cref="ArgumentException">A part of it cannot be translated; the message names it.</exception>
    public DataFrame With<TValue>(string name, Expression<Func<T, TValue>> value) => Frame.With((name, c => Translate(value, c)));

    /// <summary>Only columns computed from each record: <c>o => new { o.Month, Margin = o.Amount - o.Cost }</c>.</summary>
    /// <param name="record">Makes an anonymous object, or a record by its constructor or properties.</param>
    /// <typeparam name="TResult">The new record.</typeparam>
    /// <exception cref="ArgumentException">A part of it cannot be translated; the message names it.</exception>
    public TypedFrame<TResult> Select<TResult>(Expression<Func<T, TResult>> record) =>
        Frame.Select([.. RecordMaker.Members(record.Body).Select(member => (member.Name, (Func<ColumnScope, Expr>)(c => new LambdaTranslator(record.Parameters[0], c, _columns).Translate(member.Value))))])
            .As<TResult>();

    /// <summary>Rows sorted by a property, nulls last.</summary>
    /// <param name="property">E.g. <c>o => o.Amount</c>.</param>
    /// <typeparam name="TKey">The property's type.</typeparam>
    public TypedFrame<T> OrderBy<TKey>(Expression<Func<T, TKey>> property) => new(Frame.OrderBy(Column(property)), _columns);

    /// <summary>Rows sorted by a property, greatest first, nulls last.</summary>
    /// <param name="property">E.g. <c>o => o.Amount</c>.</param>
    /// <typeparam name="TKey">The property's type.</typeparam>
    public TypedFrame<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> property) => new(Frame.OrderBy(Sort.Desc(Column(property))), _columns);

    /// <summary>Groups rows by a property.</summary>
    /// <param name="property">E.g. <c>o => o.Channel</c>.</param>
    /// <typeparam name="TKey">The property's type.</typeparam>
    public GroupedFrame GroupBy<TKey>(Expression<Func<T, TKey>> property) => Frame.GroupBy(Column(property));

    /// <summary>The rows as records. Runs the plan.</summary>
    public IReadOnlyList<T> ToList() => Frame.To<T>();

    /// <summary>The frame itself.</summary>
    /// <param name="typed">The frame seen as records.</param>
    public static implicit operator DataFrame(TypedFrame<T> typed) => typed.Frame;

    private Expr Translate(LambdaExpression lambda, ColumnScope scope) => new LambdaTranslator(lambda.Parameters[0], scope, _columns).Translate(lambda.Body);

    private string Column(LambdaExpression property) => Translate(property, new ColumnScope(Frame.Schema)) is ColumnExpr column ? column.Name
        : throw new ArgumentException($"'{property.Body}' is no property of {typeof(T).Name}. Add it as a column first, e.g. With(\"key\", {property}).");
}
