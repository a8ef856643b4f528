using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Stands in for the process's console: text goes to the cell whose code wrote it, otherwise to where it went before.</summary>
internal static class CellConsole
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        Console.SetOut(new RoutedWriter(StreamKind.Output, Console.Out));
        Console.SetError(new RoutedWriter(StreamKind.Error, Console.Error));
        Console.SetIn(new RoutedReader(Console.In));
        return true;
    });

    /// <summary>Replaces Console.Out, Error and In once in a process.</summary>
    public static void Install() => _ = Installed.Value;

    private sealed class RoutedWriter(StreamKind kind, TextWriter otherwise) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellRun.Current?.Output is { } output) output.Write(kind, buffer);
            else otherwise.Write(buffer);
        }

        public override void WriteLine(string? value) => Write(string.Concat(value, "\n").AsSpan());

        public override void WriteLine() => Write(['\n']);

        [AllowNull]
        public override string NewLine
        {
            get => "\n";
            set { }
        }

        public override void Flush()
        {
            if (CellRun.Current is null) otherwise.Flush();
        }
    }

    private sealed class RoutedReader(TextReader otherwise) : TextReader
    {
        private string? line;
        private int at;

        public override int Peek() => CellRun.Current is null ? otherwise.Peek() : Fill() ? line![at] : -1;

        public override int Read() => CellRun.Current is null ? otherwise.Read() : Fill() ? line![at++] : -1;

        public override string? ReadLine()
        {
            if (CellRun.Current is not { } run) return otherwise.ReadLine();
            return run.Ask(new InputRequest(""));
        }

        private bool Fill()
        {
            if (line is not null && at < line.Length) return true;
            line = ReadLine() is { } next ? next + "\n" : null;
            at = 0;
            return line is not null;
        }
    }
}
