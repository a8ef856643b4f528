namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>Sentences of one language that reviews are put together from.</summary>
/// <param name="Tea">On the product, when it is drunk: bad ones, then good ones.</param>
/// <param name="Goods">On the product, when it is not.</param>
/// <param name="Delivery">On the delivery.</param>
/// <param name="Packaging">On the packaging.</param>
/// <param name="Price">On the price.</param>
/// <param name="Neutral">That say nothing either way.</param>
/// <param name="Separator">Between sentences.</param>
internal sealed record ReviewPhrases(string[][] Tea, string[][] Goods, string[][] Delivery, string[][] Packaging, string[][] Price,
    string[] Neutral, string Separator)
{
    /// <summary>By position in <see cref="Markets.Languages"/>.</summary>
    public static readonly ReviewPhrases[] All = [English(), Chinese()];

    /// <summary>The sentences on an aspect.</summary>
    /// <param name="aspect">What is spoken about.</param>
    /// <param name="drunk">Whether the product is a tea.</param>
    /// <param name="good">Whether it is praised.</param>
    public string[] Of(Aspect aspect, bool drunk, bool good) => (aspect switch
    {
        Aspect.Product => drunk ? Tea : Goods,
        Aspect.Delivery => Delivery,
        Aspect.Packaging => Packaging,
        _ => Price,
    })[good ? 1 : 0];

    // Some sentences deny the opposite ("not bad", 不差), so that counting good and bad words alone misjudges them.
    private static ReviewPhrases English() => new(
        Tea:
        [
            ["Tastes flat and dusty.", "Bitter, however short I steep it.", "Not what I hoped for, hardly any aroma.", "I would not call this fresh.",
                "Weak, even with twice the leaves.", "A disappointing cup.", "It smelled stale from the first day."],
            ["Lovely aroma and a long finish.", "Not bad at all, I drink it every day.", "Fresh leaves, clear and sweet.", "My new favourite.",
                "Could not be better for the morning.", "Rich taste, even on the third infusion.", "The whole family loves it."],
        ],
        Goods:
        [
            ["Arrived with a crack in the glaze.", "Poorly made, the lid does not fit.", "Looks cheap compared with the picture.", "It broke within a week.",
                "Not as solid as I expected.", "The handle gets far too hot.", "The colour is nothing like the photo."],
            ["Beautifully made and a joy to use.", "Even nicer than in the picture.", "Feels solid and pours without a drip.", "A perfect present.",
                "I have never had a better one.", "Not a flaw to be found.", "Everyone asks where I got it."],
        ],
        Delivery:
        [
            ["Delivery took three weeks.", "The courier never rang.", "It came late and nobody answered my mail.", "Shipping was slow."],
            ["It was here in two days.", "Fast delivery.", "It arrived sooner than promised.", "Shipping was no trouble at all."],
        ],
        Packaging:
        [
            ["The box was crushed.", "Too much plastic around it.", "The bag was open when it came.", "Not well packed."],
            ["Packed with care.", "The tin is a pleasure in itself.", "Well wrapped, nothing was damaged.", "No needless plastic, thank you."],
        ],
        Price:
        [
            ["Too expensive for what it is.", "Not worth the money.", "I have had the same for half the price.", "Overpriced."],
            ["Good value.", "Worth every cent.", "You cannot complain at this price.", "Cheaper than anywhere else."],
        ],
        Neutral: ["I ordered it for my office.", "It is okay.", "As described.", "I have not decided yet.", "Bought during the promotion.",
            "It does what it should.", "Neither good nor bad."],
        Separator: " ");

    private static ReviewPhrases Chinese() => new(
        Tea:
        [
            ["味道很淡，香气不足。", "怎么泡都又苦又涩。", "没有想象中的好喝。", "茶叶不新鲜，有陈味。", "放了双倍茶叶还是没味道。", "有点失望。", "第一天打开就有异味。"],
            ["香气浓郁，回甘持久。", "味道真不差，每天都喝。", "茶叶新鲜，清甜爽口。", "成了我的最爱。", "早上喝再好不过了。", "泡到第三泡还有味道。", "全家人都喜欢。"],
        ],
        Goods:
        [
            ["釉面有裂纹。", "做工粗糙，盖子盖不严。", "和图片相比显得廉价。", "用了不到一周就坏了。", "没有预期的结实。", "把手太烫手。", "颜色和照片完全不一样。"],
            ["做工精美，用着舒心。", "实物比图片还好看。", "很结实，倒水不滴漏。", "送礼非常合适。", "没用过比这更好的。", "挑不出一点毛病。", "朋友都问我在哪里买的。"],
        ],
        Delivery:
        [
            ["等了三个星期才到。", "快递没打电话就放门口。", "发货慢，客服也不回。", "物流太慢。"],
            ["两天就到了。", "发货很快。", "比承诺的早到。", "物流一点不慢。"],
        ],
        Packaging:
        [
            ["盒子压坏了。", "塑料包装太多。", "收到时袋子已经开了。", "包得不好。"],
            ["包装很用心。", "茶罐本身就很漂亮。", "包得严实，没有破损。", "没有多余的塑料，赞。"],
        ],
        Price:
        [
            ["价格太贵。", "不值这个价。", "别家只要一半的钱。", "性价比低。"],
            ["性价比高。", "物超所值。", "这个价格没得挑。", "比别家便宜。"],
        ],
        Neutral: ["给办公室买的。", "还可以。", "和描述一致。", "还没想好。", "促销时买的。", "能用。", "不好也不坏。"],
        Separator: "");
}
