using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Invented names and addresses. Any likeness to a person is chance; addresses end in the reserved <c>example.com</c>.</summary>
/// <param name="Name">As the customer writes it.</param>
/// <param name="Email">Unique: it carries the customer's id.</param>
internal readonly record struct PersonName(string Name, string Email)
{
    private static readonly string[] _given =
    [
        "Anna", "Ben", "Clara", "David", "Emma", "Felix", "Grace", "Hugo", "Ida", "James", "Kate", "Leo", "Maria", "Noah", "Olivia",
        "Paul", "Rosa", "Simon", "Tessa", "Victor", "Alice", "Colin", "Eva", "George", "Julia", "Lucas", "Nina", "Oscar", "Sarah", "Tom",
    ];

    private static readonly string[] _family =
    [
        "Adams", "Bauer", "Brown", "Clark", "Dubois", "Evans", "Fischer", "Garcia", "Hall", "Jansen", "King", "Klein", "Lambert", "Lewis",
        "Martin", "Meyer", "Moore", "Parker", "Petit", "Roux", "Schmidt", "Scott", "Smit", "Taylor", "Turner", "Visser", "Wagner", "Weber",
        "Wood", "Young",
    ];

    private static readonly (string Sign, string Latin)[] _familyZh =
    [
        ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"), ("黄", "huang"), ("赵", "zhao"),
        ("吴", "wu"), ("周", "zhou"), ("徐", "xu"), ("孙", "sun"), ("马", "ma"), ("朱", "zhu"), ("林", "lin"), ("郭", "guo"),
    ];

    private static readonly (string Sign, string Latin)[] _givenZh =
    [
        ("伟", "wei"), ("芳", "fang"), ("娜", "na"), ("敏", "min"), ("静", "jing"), ("丽", "li"), ("强", "qiang"), ("磊", "lei"),
        ("洋", "yang"), ("艳", "yan"), ("勇", "yong"), ("杰", "jie"), ("娟", "juan"), ("涛", "tao"), ("明", "ming"), ("霞", "xia"),
        ("秀英", "xiuying"), ("子轩", "zixuan"), ("雨桐", "yutong"), ("欣怡", "xinyi"), ("浩然", "haoran"), ("思远", "siyuan"),
    ];

    public static PersonName Of(int customer, int language, Rng rng)
    {
        if (language == 0)
        {
            var (given, family) = (rng.Choice<string>(_given), rng.Choice<string>(_family));
            return new PersonName($"{given} {family}", $"{given}.{family}{customer + 1}@example.com".ToLowerInvariant());
        }
        var (last, first) = (rng.Choice<(string Sign, string Latin)>(_familyZh), rng.Choice<(string Sign, string Latin)>(_givenZh));
        return new PersonName(last.Sign + first.Sign, $"{first.Latin}.{last.Latin}{customer + 1}@example.com");
    }
}
