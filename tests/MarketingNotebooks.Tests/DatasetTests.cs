namespace MarketingNotebooks.Tests;

public sealed class DatasetTests
{
    [Fact]
    public void The_company_is_found_from_any_folder_of_the_clone()
    {
        // The tests run in their output folder, far below the root.
        Assert.Equal(4000, Dataset.Company("customers").RowCount);
        Assert.Equal(4, Dataset.Truth()["personas"]!.AsArray().Count);
    }

    [Fact]
    public void A_path_that_is_nowhere_stays_in_the_current_folder() =>
        Assert.Equal(Path.GetFullPath("no/such.csv"), Dataset.Find("no/such.csv"));

    [Fact]
    public void Namespaces_in_scope_are_those_with_something_public()
    {
        Assert.Contains("MarketingNotebooks.Data.Frames", NotebookImports.Usings);
        Assert.DoesNotContain("MarketingNotebooks.Data.Engines", NotebookImports.Usings);
    }
}
