using System.Reflection;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>The objects that hold the variables of the pieces run so far.</summary>
internal sealed class SessionState
{
    // Slot 0 is Roslyn's host object, which we do not use.
    private object?[] slots = new object?[16];

    /// <summary>The array a submission writes itself into; room for one more is made first.</summary>
    public object?[] Slots
    {
        get
        {
            if (slots[^2] is not null) Array.Resize(ref slots, slots.Length * 2);
            return slots;
        }
    }

    /// <summary>Lets go of the variables of a piece.</summary>
    public void Drop(string className)
    {
        var at = Array.FindIndex(slots, holder => holder?.GetType().Name == className);
        if (at >= 0) slots[at] = null;
    }

    /// <summary>Variables, of those with one name the latest, in order of declaration.</summary>
    public IReadOnlyList<Variable> Variables()
    {
        var found = new OrderedDictionary<string, Variable>(StringComparer.Ordinal);
        foreach (var holder in slots.OfType<object>())
        {
            foreach (var field in holder.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (field.Name.Contains('<', StringComparison.Ordinal)) continue;
                found.Remove(field.Name);
                found.Add(field.Name, new Variable(field.Name, field.FieldType, field.GetValue(holder)));
            }
        }
        return [.. found.Values];
    }
}
