using System.Globalization;
using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;
using MarketingNotebooks.Kernel.Engine.Languages;

namespace MarketingNotebooks.Workbench.Running;

/// <summary><c>#!sql [--into name]</c>: SQL in which every frame of the session is a table by its name and <c>$name</c> is the value of a variable.</summary>
/// <remarks>Several statements are separated by <c>;</c>; the rows of the last are shown, or become a frame under the name behind <c>--into</c>.
/// Each session has a database in memory, where tables and views it creates stay; a table hides a frame of the same name. Only frames that
/// a statement names are run.</remarks>
public sealed class SqlLanguage : ICompletingLanguage
{
    private const string Into = "--into";
    private readonly ConditionalWeakTable<CSharpSession, DuckDbDatabase> _databases = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => ["sql"];

    /// <inheritdoc/>
    public string Summary => "SQL over the session's frames; $name is a variable's value; --into name keeps the rows";

    /// <inheritdoc/>
    /// <exception cref="DuckDbException">SQL is wrong or fails; the message says where.</exception>
    /// <exception cref="ArgumentException">The arguments are wrong.</exception>
    public Task RunAsync(string text, string arguments, ICellContext cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var given = CommandArguments.Parse("sql", arguments, Into);
        if (given.Words.Count > 0) throw new ArgumentException($"'#!sql' takes no word '{given.Words[0]}'. Write the statement on the lines below, and {Into} before a name for its rows.");
        var result = Database(cell.Session).Run(text, new SessionScope(cell.Variables), cell.Token);
        if (given.Option(Into) is { } name)
            cell.SetVariable(name, result.Frame ?? throw new ArgumentException($"The last statement gives no rows for '{name}'. End with a select, or leave out {Into}."), typeof(DataFrame));
        else Show(result, cell);
        foreach (var note in result.Notes) cell.Write(note + "\n");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Completions Complete(string text, int cursor, CSharpSession session)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(session);
        return SqlCompletion.At(text, cursor, session.Variables);
    }

    private DuckDbDatabase Database(CSharpSession session)
    {
        lock (_databases) return _databases.GetValue(session, _ => new DuckDbDatabase());
    }

    private static void Show(SqlResult result, ICellContext cell)
    {
        const string plan = "explain_value";
        if (result.Frame is { } frame)
        {
            // What explain gives is drawn with lines, and a table would tear them.
            if (frame.Schema.Contains(plan)) cell.Write(string.Join("\n", frame.Text(plan).ToStrings()) + "\n");
            else cell.Display(frame);
        }
        else if (result.RowsChanged is { } rows)
        {
            cell.Write(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} row{(rows == 1 ? "" : "s")}.\n"));
        }
    }

    /// <summary>True for what a parameter can be bound to, lists aside.</summary>
    internal static bool IsValue(object? value) => value is null or string || (value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        || value is decimal or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid;

    /// <summary>The session's variables as tables and values. Names as written come first; SQL does not tell cases apart, so others count when there is only one.</summary>
    private sealed class SessionScope(IReadOnlyList<Variable> variables) : ISqlScope
    {
        public IEnumerable<string> FrameNames => variables.Where(variable => variable.Value is DataFrame).Select(variable => variable.Name);

        public IEnumerable<string> ValueNames => variables.Where(variable => IsValue(variable.Value)).Select(variable => variable.Name);

        public DataFrame? Frame(string name) => Find(name, value => value is DataFrame)?.Value as DataFrame;

        public bool TryValue(string name, out object? value)
        {
            var found = Find(name, value => value is not DataFrame);
            value = found?.Value;
            return found is not null;
        }

        private Variable? Find(string name, Func<object?, bool> fits)
        {
            var like = variables.Where(variable => fits(variable.Value) && string.Equals(variable.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
            return like.Find(variable => variable.Name == name) ?? (like.Count == 1 ? like[0] : null);
        }
    }
}
