using System.Security.Cryptography;
using MarketingNotebooks.Data.Datasets;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>Pins every table of a small company by its SHA-256: a new table or a changed one must not change another.</summary>
public sealed class CompanyHashTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"company-{Guid.NewGuid():N}");

    private static readonly Dictionary<string, string> Pinned = new()
    {
        ["customers"] = "1d35e074329f2ac74d761f699d6dc09d7e19e94ac552fbd6cee7442a03f3400d",
        ["email_test"] = "443b095e40cf627e8db5adf81f57d009460e8c6386527504de4ac46d66559b43",
        ["keyword_auctions"] = "293e382d34f85f00663c74de655d9bb95a0d8fc9e5aec9fd3a7629a1a211a6b3",
        ["media_weekly"] = "d88de68874e9fb76bc3a5cf4219a378780ea1b4c5f512d26dbca67a0bf9fe548",
        ["order_lines"] = "5bd2158d5d2489ea99b2192b0b17a2c4ec2966bf387a30f95f2cdf5a70fb4b00",
        ["orders"] = "acce7b56269e8b831ee66e5313b491aee3cd00ba2ba4422c324a92bc890e7af1",
        ["prices_weekly"] = "b4cbf40a1ca73dda1a4c01e348c41d7d7c8b3f7906ff0312d60de618fc711d64",
        ["products"] = "420d267cbb4be476b7373f21f1c0289872d06ddba4e9c2013253e943bcf031f7",
        ["promotions"] = "a62ab7a5ce3e2151e789380606baf40798526b99d15ab38a1954568ab82f9c7e",
        ["ratings"] = "60df1705059682cc3062a81c85af98c23e85e1ff317222a39c197d6760402bb4",
        ["raw_customers"] = "12e0835046b930019ea96e7bdd4b85345bd527c08ed53c6638c585a70992d105",
        ["raw_order_lines"] = "a93b89b72e3a3410b1177e99f0d900edd81a53798bb7edb91bf15683f7db1984",
        ["raw_orders"] = "4d7ee5bdb0cb6161e19a9a0b145279c927312ccfa08bac5b2ca562e411fcf7ef",
        ["regions_weekly"] = "dabf9c9f2c2d3ca96fa02a0cd52715d3af37feaa46525f80e0d7ffb743b1ad12",
        ["reviews"] = "20c93bcf2689769dfa4e10993bf529b6f859a426fd17674cf2c522b09ef0fb3b",
        ["survey"] = "0f4ec07d089f6a48b2a6802ecfd0b8fb81234c9a853a0fb87bc96a46bf1f863c",
        ["touchpoints"] = "289810499302532de09270e1c941fe30c6c4b2d58b38270c3cfca9dea4104a61",
        ["truth_customers"] = "ac79137fc7a4db3f774b26424da99d70d9154c0678745635fff0d05ab33f12fb",
        ["truth_faults"] = "137fd8c2b7002961272b57ad1b74d2faac75dfa1db14be68ed0745cb499cba45",
        ["truth_reviews"] = "76bd0859e8e16716724483d2b94029f3ed9e9a05a13216a08eb53356e64a0a78",
        ["truth_tastes"] = "bc953bb01fa64fea589e4f595348212e8384b1b71cbd647e7606170abeefb485",
        ["web_events"] = "97b9576ddb8bde5d19bfa92852e747a3e209481f041f9955b04c9a484d77ae25",
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Tables_are_what_they_were()
    {
        Company.Write(_folder, new CompanyOptions { Seed = 7, Customers = 300 });
        var found = Directory.GetFiles(_folder, "*.csv").ToDictionary(path => Path.GetFileNameWithoutExtension(path),
            path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        Assert.Equal(Lines(Pinned), Lines(found));
    }

    private static IEnumerable<string> Lines(Dictionary<string, string> hashes) =>
        hashes.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} {each.Value}");
}
