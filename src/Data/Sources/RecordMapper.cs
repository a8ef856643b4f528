using System.Reflection;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Makes objects of a type from the rows of a table.</summary>
/// <remarks>The constructor whose parameters all have a column, the longest first, is called; writable properties that it does not set are set afterwards.
/// Names are matched without case and underscores. What has no column keeps its default.</remarks>
/// <typeparam name="T">A record, class or struct.</typeparam>
internal sealed class RecordMapper<T>
{
    private readonly Table _table;
    private readonly ConstructorInfo? _constructor;
    private readonly Func<int, object?>[] _arguments = [];
    private readonly List<(PropertyInfo Property, Func<int, object?> Read)> _properties = [];

    /// <summary>Plans the reading; says what does not fit.</summary>
    public RecordMapper(Table table)
    {
        _table = table;
        var type = typeof(T);
        var columns = table.Schema.Names.GroupBy(RecordShape.Key).ToDictionary(group => group.Key, group => group.First());
        var wrong = new List<string>();
        var constructors = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).ToList();
        _constructor = constructors.FirstOrDefault(each => each.GetParameters().All(parameter => columns.ContainsKey(RecordShape.Key(parameter.Name!)) || parameter.HasDefaultValue));
        if (_constructor is null && !type.IsValueType)
        {
            var missing = constructors.Count == 0 ? [] : constructors[0].GetParameters().Where(parameter => !columns.ContainsKey(RecordShape.Key(parameter.Name!))).Select(parameter => parameter.Name!).ToList();
            throw new ArgumentException(missing.Count == 0
                ? $"{type.Name} has no public constructor. Give it one, or a record."
                : $"{type.Name} needs a column for its parameter '{missing[0]}', which the frame lacks.{(Spelling.Nearest(missing[0], table.Schema.Names) is { } near ? $" Did you mean '{near}'?" : "")} Columns: {string.Join(", ", table.Schema.Names)}.");
        }
        var set = new HashSet<string>();
        if (_constructor is not null)
        {
            var nullability = new NullabilityInfoContext();
            _arguments = [.. _constructor.GetParameters().Select(parameter =>
            {
                set.Add(RecordShape.Key(parameter.Name!));
                if (!columns.TryGetValue(RecordShape.Key(parameter.Name!), out var column)) return _ => parameter.DefaultValue;
                return Reader(column, parameter.ParameterType, nullability.Create(parameter).WriteState == NullabilityState.NotNull, wrong);
            })];
        }
        var context = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is not { IsPublic: true } || property.GetIndexParameters().Length > 0 || set.Contains(RecordShape.Key(property.Name))) continue;
            if (columns.TryGetValue(RecordShape.Key(property.Name), out var column))
                _properties.Add((property, Reader(column, property.PropertyType, context.Create(property).WriteState == NullabilityState.NotNull, wrong)));
        }
        if (_arguments.Length == 0 && _properties.Count == 0)
            throw new ArgumentException($"{type.Name} has no parameter or writable property named like a column. Columns: {string.Join(", ", table.Schema.Names)}.");
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong));
    }

    /// <summary>The object of one row.</summary>
    public T Row(int row)
    {
        var arguments = new object?[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = _arguments[i](row);
        var made = _constructor is null ? Activator.CreateInstance<T>()! : _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        foreach (var (property, read) in _properties) property.SetValue(made, read(row), BindingFlags.DoNotWrapExceptions, null, null, null);
        return (T)made;
    }

    private Func<int, object?> Reader(string name, Type type, bool notNull, List<string> wrong)
    {
        var column = _table[name];
        var target = Nullable.GetUnderlyingType(type) ?? type;
        var refuses = Nullable.GetUnderlyingType(type) is null && (type.IsValueType || notNull);
        if (ValueConversion.For(column.Kind, target) is not { } convert)
        {
            wrong.Add($"Column '{name}' is {column.Kind.Word()} and cannot become {target.Name}. Change the type to {ValueConversion.Usual(column.Kind)} or convert the column first.");
            return _ => null;
        }
        return row =>
        {
            if (column[row] is not { } value)
                return refuses ? throw new InvalidOperationException($"Row {row}, column '{name}' is null, which {target.Name} cannot hold. Make the member nullable ({Short(target)}?), or fill or drop the nulls first.") : null;
            try
            {
                return convert(value);
            }
            catch (Exception error) when (error is OverflowException or FormatException or ArgumentException)
            {
                throw new InvalidOperationException($"Row {row}, column '{name}': {value} does not fit {target.Name}. Use {ValueConversion.Usual(column.Kind)} for the member.", error);
            }
        };
    }

    private static string Short(Type type) => type == typeof(int) ? "int" : type == typeof(long) ? "long" : type == typeof(double) ? "double"
        : type == typeof(bool) ? "bool" : type == typeof(string) ? "string" : type == typeof(decimal) ? "decimal" : type.Name;
}
