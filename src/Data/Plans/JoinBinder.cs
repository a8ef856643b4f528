using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Checks a join's keys and names its columns.</summary>
internal static class JoinBinder
{
    public static JoinNode Bind(PlanNode left, PlanNode right, (string Left, string Right)[] on, Join how, Match expect, string suffix)
    {
        if (on.Length == 0) throw new ArgumentException("Join takes at least one pair of key columns.");
        CheckKeys(left, right, on);
        var columns = left.Schema.Names.Select(name => (name, fromRight: false, source: name)).ToList();
        if (how is not (Join.Semi or Join.Anti))
            foreach (var name in right.Schema.Names)
            {
                if (on.Any(pair => pair.Right == name && pair.Left == name)) continue;
                var result = left.Schema.Contains(name) ? name + suffix : name;
                if (columns.Exists(column => column.name == result))
                    throw new ArgumentException($"The join would have two columns '{result}'. Rename one first, or pass another suffix: than '{suffix}'.");
                columns.Add((result, true, name));
            }
        return new JoinNode(left, right, on, how, expect, columns);
    }

    /// <summary>Keys exist on both sides and are of one kind.</summary>
    public static void CheckKeys(PlanNode left, PlanNode right, (string Left, string Right)[] on)
    {
        foreach (var (l, r) in on)
        {
            var (here, there) = (left.Schema[l].Kind, right.Schema[r].Kind);
            if (here != there)
                throw new ArgumentException($"Key '{l}' is {here.Word()} on the left and '{r}' is {there.Word()} on the right. Convert one first, e.g. With((\"{l}\", c => c[\"{l}\"].{(here.IsNumeric() && there.IsNumeric() ? "ToNumber" : "ToText")}())) on the side that differs.");
        }
    }

    /// <summary>The right side's columns but those left out, with names that the left does not have.</summary>
    public static List<(string Name, string Source)> RightColumns(PlanNode left, PlanNode right, string[] without, string suffix)
    {
        var columns = new List<(string Name, string Source)>();
        foreach (var name in right.Schema.Names.Except(without))
        {
            var result = left.Schema.Contains(name) ? name + suffix : name;
            if (left.Schema.Contains(result) || columns.Exists(column => column.Name == result))
                throw new ArgumentException($"The join would have two columns '{result}'. Rename one first, or pass another suffix: than '{suffix}'.");
            columns.Add((result, name));
        }
        return columns;
    }
}
