using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Kernel.Tests.Documents;

/// <summary>The file format, byte for byte. The fixtures' bytes were checked against nbformat 5.5.</summary>
public sealed class NotebookDocumentTests : IDisposable
{
    // What nbformat.write gives for this content; "\u0001" and "\u001f" stay escaped, U+007F and non-ASCII do not.
    private const string Canonical = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a-1",
           "metadata": {
            "z": 1.0,
            "é": 1e-07,
            "😀": [
             12345678901234567890123,
             -2.5,
             1e+16,
             123456789012345.6
            ]
           },
           "source": [
            "# Tea & 'home' <b>\"goods\"</b> + 茶\n",
            "\\ tab\t bell\u0001 unit\u001fdel line "
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "b_2",
           "metadata": {
            "tags": []
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "one\r\n",
              "two"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [
                {
                 "y": [
                  1,
                  2.5
                 ]
                }
               ],
               "layout": {}
              },
              "application/x-own": "not\nsplit",
              "image/png": "aGk=\n",
              "text/html": [
               "<b>\n",
               "</b>"
              ],
              "text/plain": []
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "E",
             "evalue": "v",
             "output_type": "error",
             "traceback": [
              "line 1\nline 2"
             ]
            }
           ],
           "source": []
          },
          {
           "attachments": {
            "x.png": {
             "image/png": "aGk="
            }
           },
           "cell_type": "raw",
           "id": "c",
           "metadata": {},
           "source": [
            "raw"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "own": null
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private static readonly string Text = Canonical.Replace("del line ", "del\u007f line\u00a0", StringComparison.Ordinal);

    private readonly string folder = Directory.CreateTempSubdirectory("kernel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_of_Jupyter_survives_byte_for_byte() => Assert.Equal(Text, NotebookDocument.Parse(Text).ToJson());

    [Fact]
    public void Values_are_read()
    {
        var document = NotebookDocument.Parse(Text);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], document.Cells.Select(cell => cell.Kind));
        var code = document.Cells[1];
        Assert.Equal(3, code.ExecutionCount);
        Assert.Equal(new StreamOutput("stdout", "one\r\ntwo"), code.Outputs[0]);
        var result = Assert.IsType<ResultOutput>(code.Outputs[1]);
        Assert.Equal("<b>\n</b>", (string?)result.Data["text/html"]);
        Assert.IsType<JsonObject>(result.Data["application/vnd.plotly.v1+json"]);
    }

    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("1.10", "1.1")]
    [InlineData("1E5", "100000.0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("1e-7", "1e-07")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001234", "1.234e-05")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("123456789.125e300", "1.23456789125e+308")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("98765432109876543210", "98765432109876543210")]
    public void Numbers_are_written_as_Python_does(string read, string written)
    {
        var json = $$"""{"cells":[],"metadata":{"n":{{read}}},"nbformat":4,"nbformat_minor":5}""";
        Assert.Contains($"\"n\": {written}\n", NotebookDocument.Parse(json).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b!")]
    [InlineData("ä")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")]
    public void An_id_that_nbformat_would_refuse_is_made_anew(string id)
    {
        var document = NotebookDocument.Create();
        document.Cells.Add(new Cell(CellKind.Code, "1", id));
        document.ToJson();
        Assert.Matches("^[0-9a-f]{8}$", document.Cells[0].Id);
    }

    [Fact]
    public void Older_minor_versions_get_ids_that_do_not_change()
    {
        const string Old = """{"cells":[{"cell_type":"code","source":"1","metadata":{"trusted":true},"outputs":[],"execution_count":null},{"cell_type":"code","source":"1","metadata":{},"outputs":[],"execution_count":null}],"metadata":{"orig_nbformat":4},"nbformat":4,"nbformat_minor":2}""";
        var first = NotebookDocument.Parse(Old).ToJson();
        Assert.Equal(first, NotebookDocument.Parse(Old).ToJson());
        Assert.Equal(first, NotebookDocument.Parse(first).ToJson());
        var read = NotebookDocument.Parse(first);
        Assert.Equal(2, read.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.All(read.Cells, cell => Assert.Matches("^[0-9a-f]{8}$", cell.Id));
        Assert.Contains("\"nbformat_minor\": 5", first, StringComparison.Ordinal);
        Assert.DoesNotContain("trusted", first, StringComparison.Ordinal);
        Assert.DoesNotContain("orig_nbformat", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n \"cells\": [,]", "shop.ipynb, line 2: this is not JSON (")]
    [InlineData("[]", "shop.ipynb, line 1: a notebook is a JSON object; this file holds something else, so restore it.")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "shop.ipynb, line 1: nbformat must be 4. Got 3; convert it with 'jupyter nbconvert --to notebook --nbformat 4'.")]
    [InlineData("{}", "shop.ipynb, line 1: the key 'nbformat' is missing, so this is not a notebook; open a file written by Jupyter.")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}}", "shop.ipynb, line 1: the notebook lacks the key 'cells'; restore the file or add it.")]
    [InlineData("{\"nbformat\": 4,\n \"metadata\": {},\n \"cells\": [\n  {\"source\": \"\"}]}", "shop.ipynb, line 4: cell 1 lacks the key 'cell_type'; add \"code\", \"markdown\" or \"raw\".")]
    [InlineData("{\"nbformat\": 4,\n \"metadata\": {},\n \"cells\": [\n  {\"cell_type\": \"heading\", \"source\": \"\"}]}", "shop.ipynb, line 4: cell 1 has cell_type 'heading', which must be code, markdown or raw; change it.")]
    [InlineData("{\"nbformat\": 4,\n \"metadata\": {},\n \"cells\": [\n  {\"cell_type\": \"code\"}]}", "shop.ipynb, line 4: cell 1 lacks the key 'source' (a string or a list of strings); add it, empty if need be.")]
    [InlineData("{\"nbformat\": 4,\n \"metadata\": {},\n \"cells\": [\n  {\"cell_type\": \"raw\", \"source\": \"\\ud800\"}]}", "shop.ipynb: a text holds half of a surrogate pair, which UTF-8 cannot; remove that character.")]
    [InlineData("", "shop.ipynb, line 1: this is not JSON (")]
    public void Faults_name_file_line_and_remedy(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(json, "shop.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void Saving_leaves_no_other_file_and_keeps_the_old_one_when_it_fails()
    {
        var path = Path.Combine(folder, "a.ipynb");
        NotebookDocument.Parse(Text).Save(path);
        Assert.Equal(Text, File.ReadAllText(path));
        var broken = NotebookDocument.Parse(Text);
        broken.Cells[1].Outputs.Add(new Alien());
        Assert.Throws<ArgumentException>(() => broken.Save(path));
        Assert.Equal(Text, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    private sealed record Alien : CellOutput;

    [Fact]
    public void Pythons_numbers_that_JSON_lacks_are_read_and_written_back()
    {
        const string Text = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "a",
               "metadata": {
                "limits": [
                 -Infinity,
                 Infinity,
                 "NaN \" Infinity"
                ]
               },
               "outputs": [
                {
                 "data": {
                  "application/json": {
                   "x": NaN
                  }
                 },
                 "metadata": {},
                 "output_type": "display_data"
                }
               ],
               "source": []
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        Assert.Equal(Text, NotebookDocument.Parse(Text).ToJson());
        Assert.Contains("line 1: this is not JSON", Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse("{\"cells\": NaNs}")).Message, StringComparison.Ordinal);
    }
}
