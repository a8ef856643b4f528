namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Something the shop sells.</summary>
/// <param name="Category">Position in <see cref="Catalogue.Categories"/>.</param>
/// <param name="English">Name in English.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="AboutEnglish">Description in English.</param>
/// <param name="AboutChinese">Description in Chinese.</param>
/// <param name="Price">List price in cents.</param>
/// <param name="Cost">Cost of one to the shop, in cents.</param>
internal sealed record Product(int Category, string English, string Chinese, string AboutEnglish, string AboutChinese, int Price, int Cost);
