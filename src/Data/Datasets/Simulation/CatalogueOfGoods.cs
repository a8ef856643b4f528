namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>What one drinks from, lives with and gives away: categories 5 to 7.</summary>
internal static class CatalogueOfGoods
{
    public static readonly Product[] Products =
    [
        new(5, "Glass tumbler with strainer", "带滤网玻璃杯", "Double wall, 400 ml, keeps the hand cool.", "双层隔热,400毫升。", 1990, 820),
        new(5, "Porcelain gaiwan", "白瓷盖碗", "Classic lidded bowl, 120 ml.", "经典盖碗,120毫升。", 1690, 640),
        new(5, "Tea strainer, steel", "不锈钢滤茶器", "Fine mesh for mug or pot.", "细网,杯壶两用。", 690, 210),
        new(5, "Cast-iron teapot", "铸铁茶壶", "Enamelled inside, 800 ml.", "内壁珐琅,800毫升。", 4990, 2250),
        new(5, "Yixing clay teapot", "宜兴紫砂壶", "Unglazed pot, 180 ml, for oolong or pu-erh.", "紫砂无釉,180毫升,宜泡乌龙普洱。", 7900, 3600),
        new(5, "Bamboo whisk and bowl", "茶筅茶碗套装", "For matcha, with a scoop.", "点抹茶用,附茶勺。", 3490, 1480),
        new(5, "Electric gooseneck kettle", "电热细口壶", "Holds the temperature to the degree, 900 ml.", "精准控温,900毫升。", 8900, 4700),
        new(6, "Linen tea towel", "亚麻茶巾", "Washed linen, 50 × 70 cm.", "水洗亚麻,50×70厘米。", 1190, 420),
        new(6, "Soy candle, green tea", "绿茶大豆蜡烛", "Burns for 35 hours.", "可燃35小时。", 1690, 560),
        new(6, "Incense sticks, sandalwood", "檀香线香", "Forty sticks with a small holder.", "四十支装,附香插。", 790, 250),
        new(6, "Bamboo serving tray", "竹制托盘", "Oiled bamboo, 40 cm.", "上油竹材,40厘米。", 2690, 1090),
        new(6, "Cotton floor cushion", "棉质坐垫", "Firm filling, washable cover.", "饱满填充,外套可洗。", 4590, 2080),
        new(6, "Paper lantern lamp", "纸灯笼台灯", "Warm light for a reading corner.", "暖光,适合阅读角。", 6490, 2990),
        new(7, "Tea discovery box", "茶之初见礼盒", "Twelve teas in a printed box.", "十二款茶,精印礼盒。", 3490, 1390),
        new(7, "Matcha starter set", "抹茶入门礼盒", "Tea, bowl, whisk and a booklet.", "抹茶、茶碗、茶筅与手册。", 5900, 2650),
        new(7, "Mid-Autumn tea gift", "中秋茶礼", "Two oolongs and two pu-erhs in lacquer red.", "两款乌龙两款普洱,朱漆礼盒。", 7900, 3450),
        new(7, "Gongfu set for two", "双人功夫茶具礼盒", "Gaiwan, pitcher, cups and tray.", "盖碗、公道杯、品杯与茶盘。", 9900, 4600),
        new(7, "Collector's pu-erh case", "珍藏普洱礼箱", "Seven aged cakes in bamboo wrap.", "七子陈饼,竹箬包装。", 18900, 9200),
    ];
}
