using System.Linq.Expressions;

namespace MarketingNotebooks.Data.Expressions.Typed;

/// <summary>Takes apart expressions that make records.</summary>
internal static class RecordMaker
{
    /// <summary>The members that are set and their values.</summary>
    /// <exception cref="ArgumentException">The expression makes no record.</exception>
    public static IEnumerable<(string Name, Expression Value)> Members(Expression body) => body switch
    {
        NewExpression { Members: { } members } made => members.Zip(made.Arguments, (member, value) => (member.Name, value)),
        NewExpression made => made.Constructor?.GetParameters().Zip(made.Arguments, (parameter, value) => (parameter.Name!, value)) ?? [],
        MemberInitExpression made => Members(made.NewExpression).Concat(made.Bindings.Select(binding => binding is MemberAssignment assignment
            ? (assignment.Member.Name, assignment.Expression) : throw Refuse(body))),
        _ => throw Refuse(body),
    };

    private static ArgumentException Refuse(Expression body) =>
        new($"Select makes a record of each row, e.g. o => new {{ o.Id, Margin = o.Amount - o.Cost }}. Got {body}.");
}
