namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>What one drinks: categories 0 to 4.</summary>
internal static class CatalogueOfTea
{
    public static readonly Product[] Products =
    [
        new(0, "Longjing, 50 g", "龙井茶 50克", "Pan-fired spring leaves with a taste of chestnut.", "春季炒青,带板栗香。", 1490, 610),
        new(0, "Sencha, 100 g", "煎茶 100克", "Steamed everyday green tea, fresh and grassy.", "日常蒸青绿茶,清新草香。", 1150, 450),
        new(0, "Jasmine pearls, 50 g", "茉莉龙珠 50克", "Hand-rolled pearls scented with jasmine blossom.", "手工揉制,茉莉花窨制。", 1280, 520),
        new(0, "Green tea sampler", "绿茶试饮装", "Five single servings to find a favourite.", "五款单次装,寻找心头好。", 390, 130),
        new(0, "Matcha, 30 g", "抹茶 30克", "Stone-ground shade-grown tea for whisking.", "石磨遮荫茶,适合点茶。", 2250, 980),
        new(0, "Biluochun, 50 g", "碧螺春 50克", "Tiny curled buds with a floral cup.", "细嫩卷曲芽叶,花香怡人。", 1890, 820),
        new(1, "English breakfast, 125 g", "英式早餐茶 125克", "Strong blend that takes milk well.", "浓郁拼配,适合加奶。", 690, 230),
        new(1, "Earl Grey, 125 g", "伯爵红茶 125克", "Black tea with real bergamot oil.", "天然佛手柑油调香红茶。", 750, 260),
        new(1, "Keemun, 50 g", "祁门红茶 50克", "Malty tea from Anhui with a hint of cocoa.", "安徽祁门,麦芽与可可香。", 1190, 480),
        new(1, "Black tea sampler", "红茶试饮装", "Five single servings of black tea.", "五款红茶单次装。", 350, 110),
        new(1, "Lapsang souchong, 50 g", "正山小种 50克", "Smoked over pine, bold and dark.", "松烟熏制,浓郁醇厚。", 1050, 430),
        new(1, "Golden Yunnan, 50 g", "滇红金芽 50克", "Golden buds, honeyed and soft.", "金芽显毫,蜜香柔和。", 1650, 700),
        new(2, "Tieguanyin, 50 g", "铁观音 50克", "Lightly oxidised oolong with an orchid note.", "清香型乌龙,兰花香。", 1420, 570),
        new(2, "Milk oolong, 50 g", "金萱乌龙 50克", "Creamy high-mountain leaf from Taiwan.", "台湾高山金萱,奶香顺滑。", 1590, 640),
        new(2, "Oolong sampler", "乌龙试饮装", "Four single servings from light to dark.", "四款单次装,由清到浓。", 450, 150),
        new(2, "Da Hong Pao, 50 g", "大红袍 50克", "Roasted rock tea with mineral depth.", "武夷岩茶,岩韵悠长。", 2490, 1090),
        new(2, "Oriental beauty, 50 g", "东方美人 50克", "Insect-bitten leaves that taste of honey.", "着涎茶青,天然蜜香。", 2890, 1310),
        new(2, "Phoenix Dancong, 50 g", "凤凰单丛 50克", "Single-bush oolong with fruit and flowers.", "单株乌龙,花果香浓。", 2150, 930),
        new(3, "Ripe pu-erh cake, 100 g", "熟普洱饼 100克", "Smooth, earthy and dark.", "汤色红浓,醇滑陈香。", 1390, 560),
        new(3, "Mini tuocha, 10 pieces", "迷你沱茶 10粒", "Pressed single portions for the office.", "小沱独立装,办公便携。", 890, 310),
        new(3, "Pu-erh sampler", "普洱试饮装", "Three ripe and two raw servings.", "三熟两生,一次尝遍。", 490, 170),
        new(3, "Raw pu-erh cake, 200 g", "生普洱饼 200克", "Young sheng to drink now or to age.", "新茶可饮,亦可收藏。", 2690, 1180),
        new(3, "Tangerine pu-erh, 6 pieces", "小青柑 6粒", "Ripe tea aged inside green tangerines.", "青柑填装熟普,陈皮果香。", 1550, 650),
        new(3, "Aged pu-erh 2012, 100 g", "2012年陈普洱 100克", "Ten years and more in dry storage.", "干仓陈放十余年。", 4890, 2290),
        new(4, "Chamomile, 60 g", "洋甘菊 60克", "Whole flowers for a quiet evening.", "整朵花茶,安神宁静。", 590, 190),
        new(4, "Rooibos vanilla, 100 g", "香草路易波士 100克", "Free of caffeine, round and sweet.", "不含咖啡因,香甜圆润。", 690, 230),
        new(4, "Peppermint, 60 g", "薄荷叶 60克", "Cut leaves, cool and clear.", "薄荷碎叶,清凉爽口。", 520, 160),
        new(4, "Herbal sampler", "草本试饮装", "Six infusions, one cup each.", "六款草本茶,各一杯。", 330, 100),
        new(4, "Ginger and lemon, 80 g", "柠檬姜茶 80克", "Dried ginger with lemon peel.", "干姜配柠檬皮。", 640, 210),
        new(4, "Chrysanthemum, 40 g", "胎菊 40克", "Young blossoms from Tongxiang.", "桐乡胎菊,清甜回甘。", 780, 270),
    ];
}
