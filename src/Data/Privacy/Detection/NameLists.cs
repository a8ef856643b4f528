namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Common names, written down from general knowledge; short lists suffice to recognise a column, not every person in it.</summary>
internal static class NameLists
{
    /// <summary>Given names common in English, German, French, Dutch, Spanish and Italian, and common family names, in lower case.</summary>
    public static readonly HashSet<string> Western = new((
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark paul steven andrew joshua kevin brian george edward "
        + "ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond alexander patrick jack "
        + "dennis jerry tyler aaron henry adam peter nathan oliver harry noah leo oscar lucas max felix hugo victor simon colin ben tom luke liam ethan logan mary patricia "
        + "jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy kimberly emily donna michelle carol amanda melissa "
        + "deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna emma olivia ava sophia isabella mia charlotte amelia harper evelyn grace alice julia kate "
        + "nina clara ida maria rosa eva tessa helen jane lucy hannah sophie marie claire camille pierre jean luc antoine louis jules hans klaus jurgen jürgen wolfgang stefan "
        + "andreas martin sabine petra monika ursula heike jan piet kees willem sanne daan lotte carlos jose juan luis miguel javier carmen lucia giulia marco giovanni "
        + "francesca paolo luca smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor moore jackson lee "
        + "perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright torres nguyen hill flores green adams nelson baker hall rivera "
        + "campbell mitchell carter roberts evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper reed bailey kelly howard ward wood watson "
        + "müller muller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch bauer richter klein wolf schröder neumann schwarz zimmermann braun "
        + "dubois durand leroy moreau laurent lefebvre michel bertrand roux vincent fournier girard bonnet lambert petit jansen vries berg bakker visser smit bos "
        + "rossi russo ferrari esposito bianchi romano colombo").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Words = new("white green brown king hall hill wood young ward cook baker reed may mark jack max grace wolf berg".Split(' '), StringComparer.Ordinal);

    /// <summary>2 for a name, 1 for a name that is a word too, 0 for what is not listed.</summary>
    public static int Weight(string word) => !Western.Contains(word) ? 0 : Words.Contains(word) ? 1 : 2;

    /// <summary>Chinese family names of two characters, some in traditional ones too.</summary>
    public static readonly HashSet<string> ChineseDouble = new("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 慕容 令狐 夏侯 尉迟 尉遲 端木 东方 東方 司徒 南宫 南宮 公孙 公孫 长孙 長孫 宇文 轩辕 軒轅 百里 独孤 獨孤".Split(' '), StringComparer.Ordinal);

    /// <summary>The hundred commonest Chinese family names, some in traditional characters too: more than four in five people.</summary>
    public static readonly HashSet<char> Chinese =
    [
        .. "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚"
            + "廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文",
    ];
}
