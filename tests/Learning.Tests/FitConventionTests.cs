using System.Collections;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests;

/// <summary>What every public static <c>Fit</c> of the library keeps to, found by reflection: a new algorithm is checked without being
/// listed.</summary>
public class FitConventionTests
{
    private static readonly Assembly Library = typeof(KMeans).Assembly;
    private static readonly Matrix Rows = Samples.Groups(200, 3, 3, noise: 2, seed: 1).Rows.WithColumnNames("a", "b", "c");

    public static TheoryData<string> Fits => new(Methods().Select(m => m.DeclaringType!.FullName!));

    private static IEnumerable<MethodInfo> Methods() => Library.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.Name == "Fit");

    private static MethodInfo Method(string type) => Methods().Single(m => m.DeclaringType!.FullName == type); // one core overload each

    private static Type OptionsType(MethodInfo fit) =>
        fit.GetParameters().Single(p => p.ParameterType.Name.EndsWith("Options", StringComparison.Ordinal)).ParameterType;

    [Fact]
    public void There_is_something_to_check() => Assert.Contains(typeof(KMeans).FullName!, Methods().Select(m => m.DeclaringType!.FullName!));

    [Theory]
    [MemberData(nameof(Fits))]
    public void Options_are_a_sealed_record_of_init_properties_named_after_the_algorithm(string type)
    {
        var fit = Method(type);
        var options = OptionsType(fit);
        Assert.Equal(fit.DeclaringType!.Name + "Options", options.Name);
        Assert.True(options.IsSealed);
        Assert.NotNull(options.GetMethod("<Clone>$"));
        foreach (var property in options.GetProperties())
        {
            Assert.NotNull(property.SetMethod);
            Assert.Contains(typeof(IsExternalInit), property.SetMethod.ReturnParameter.GetRequiredCustomModifiers());
        }
        var parameter = fit.GetParameters().Single(p => p.ParameterType == options);
        Assert.True(parameter.HasDefaultValue && parameter.DefaultValue is null);
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void A_cancelled_token_is_honoured(string type)
    {
        var fit = Method(type);
        Assert.Equal(typeof(CancellationToken), fit.GetParameters()[^1].ParameterType);
        Assert.Throws<OperationCanceledException>(() => Call(fit, Rows, token: new CancellationToken(true)));
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void The_same_call_gives_the_same_model_at_any_number_of_threads(string type)
    {
        var fit = Method(type);
        var before = Matrix.FromArray(Rows.ToArray(), Rows.ColumnNames);
        var model = Call(fit, Rows);
        Assert.NotNull(model);
        AssertSame(model, Call(fit, Rows));
        var threads = OptionsType(fit).GetProperty("Threads");
        if (threads is not null)
        {
            foreach (var count in (int[])[1, 2])
            {
                var options = Activator.CreateInstance(OptionsType(fit))!;
                threads.SetValue(options, count);
                AssertSame(model, Call(fit, Rows, options));
            }
        }
        Assert.Equal(before, Rows);
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Models_cannot_be_changed(string type)
    {
        foreach (var property in Method(type).ReturnType.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
            Assert.Contains(typeof(IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers());
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Missing_values_and_empty_input_are_named(string type)
    {
        var fit = Method(type);
        var name = fit.DeclaringType!.Name;
        var poisoned = Matrix.Create(200, 3, (i, j) => (i, j) == (17, 1) ? double.NaN : Rows[i, j], Rows.ColumnNames);
        Assert.Equal($"Row 17, feature 'b' is NaN. Drop or impute missing values before {name}.Fit, e.g. frame.FillMissing(\"b\", Fill.Median).",
            Assert.Throws<ArgumentException>(() => Call(fit, poisoned)).Message);
        Assert.Matches($@"^{Regex.Escape(name)}\.Fit needs at least \d+ rows? and 1 column\. Got 0 × 3\.$",
            Assert.Throws<ArgumentException>(() => Call(fit, Matrix.Zeros(0, 3))).Message);
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void All_option_mistakes_are_reported_together(string type)
    {
        var fit = Method(type);
        var options = Activator.CreateInstance(OptionsType(fit))!;
        var expected = new List<string>();
        foreach (var property in OptionsType(fit).GetProperties())
        {
            var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object? wrong = kind == typeof(int) && property.Name != "Seed" ? -1 : kind == typeof(double) ? double.NaN : null;
            if (wrong is null) continue;
            property.SetValue(options, wrong);
            expected.Add($"{options.GetType().Name}.{property.Name} must be ");
        }
        if (expected.Count == 0) return;
        var lines = Assert.Throws<ArgumentException>(() => Call(fit, Rows, options)).Message.Split('\n');
        foreach (var start in expected) Assert.Contains(lines, line => Regex.IsMatch(line, $"^{Regex.Escape(start)}.*Got .*\\.$"));
    }

    [Fact]
    public void No_randomness_or_time_but_the_callers()
    {
        using var stream = File.OpenRead(Library.Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}").ToHashSet();
        Assert.DoesNotContain("System.Random", used);
        Assert.DoesNotContain("System.DateTime", used);
        Assert.Contains("MarketingNotebooks.Numerics.Rng", used);
    }

    private static object? Call(MethodInfo fit, Matrix rows, object? options = null, CancellationToken token = default)
    {
        var arguments = fit.GetParameters().Select(p =>
            p.ParameterType == typeof(Matrix) ? rows
            : p.ParameterType == typeof(IEnumerable<Matrix>) ? new[] { rows }
            : p.ParameterType == typeof(CancellationToken) ? token
            : p.ParameterType.Name.EndsWith("Options", StringComparison.Ordinal) ? options
            : p.HasDefaultValue ? p.DefaultValue
            : throw new NotSupportedException($"FitConventionTests.Call must learn to make a {p.ParameterType} for {fit.DeclaringType}.Fit."));
        return fit.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments.ToArray(), null);
    }

    private static void AssertSame(object? expected, object? actual)
    {
        Assert.Equal(expected?.GetType(), actual?.GetType());
        switch (expected)
        {
            case null or string or Matrix or ValueType and not IEnumerable:
                Assert.Equal(expected, actual);
                break;
            case IEnumerable items:
                var others = ((IEnumerable)actual!).Cast<object?>().ToList();
                var mine = items.Cast<object?>().ToList();
                Assert.Equal(mine.Count, others.Count);
                for (var i = 0; i < mine.Count; i++) AssertSame(mine[i], others[i]);
                break;
            default:
                foreach (var property in expected.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
                    AssertSame(property.GetValue(expected), property.GetValue(actual));
                break;
        }
    }
}
