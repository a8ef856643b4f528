using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

internal sealed partial class ClickHouseSql
{
    public override (string From, string? Where) Join(Join how, string left, string right, IReadOnlyList<string> leftKeys, IReadOnlyList<string> rightKeys, SqlScope scope,
        IReadOnlyList<string> rightColumns)
    {
        var (l, r) = (Quote(scope.Fresh("t")), Quote(scope.Fresh("t")));
        var on = string.Join(" and ", leftKeys.Zip(rightKeys, (a, b) => $"{a} = {b}"));
        var from = $"(\n{SelectWriter.Indent(left)}\n) as {l}\n";
        if (how is Frames.Join.Semi or Frames.Join.Anti)
        {
            var (mark, keys) = (Quote(scope.Fresh("m")), string.Join(", ", rightKeys));
            return ($"{from}any left join (\n  select {keys}, toUInt8(1) as {mark}\n  from (\n{SelectWriter.Indent(SelectWriter.Indent(right))}\n  ) as {Quote(scope.Fresh("t"))}\n  group by {keys}\n) as {r} on {on}",
                how == Frames.Join.Semi ? $"isNotNull({mark})" : $"isNull({mark})");
        }
        if (how is Frames.Join.Inner or Frames.Join.Left)
            return ($"{from}all {(how == Frames.Join.Inner ? "inner" : "left")} join (\n{SelectWriter.Indent(right)}\n) as {r} on {on}", null);
        // Old versions lose right rows whose key is null: such rows get a mark that no row of the other side has.
        var (first, second) = (Marked(left, leftKeys, 1, scope), Marked(right, rightKeys, 2, scope));
        on = string.Join(" and ", first.Keys.Zip(second.Keys, (a, b) => $"{a} = {b}"));
        return ($"(\n{SelectWriter.Indent(first.Text)}\n) as {l}\nall {(how == Frames.Join.Right ? "right" : "full")} join (\n{SelectWriter.Indent(second.Text)}\n) as {r} on {on}", null);
    }

    private (string Text, List<string> Keys) Marked(string text, IReadOnlyList<string> keys, int mark, SqlScope scope)
    {
        var marked = keys.Select(key => (Value: $"assumeNotNull({key})", Name: Quote(scope.Fresh("k"))))
            .Append((Value: $"toInt64(multiIf({string.Join(" or ", keys.Select(key => $"isNull({key})"))}, {mark}, 0))", Name: Quote(scope.Fresh("k")))).ToList();
        return ($"select *, {string.Join(", ", marked.Select(each => $"{each.Value} as {each.Name}"))}\nfrom (\n{SelectWriter.Indent(text)}\n) as {Quote(scope.Fresh("t"))}",
            [.. marked.Select(each => each.Name)]);
    }
}
