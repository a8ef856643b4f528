using MarketingNotebooks.Benchmarks;

if (args is [EngineBenchmark.FirstCell])
{
    await EngineBenchmark.RunFirstCellAsync();
    return 0;
}

// dotnet run -c Release --project tests/Benchmarks -- [name…]     no name: all
var all = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBenchmark)))
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
    .ToList();
foreach (var name in args.Where(name => all.TrueForAll(benchmark => benchmark.Name != name)))
{
    Console.Error.WriteLine($"No benchmark is named '{name}'. Benchmarks: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 1;
}
foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name))) Runner.Run(benchmark, Console.Out);
return 0;
