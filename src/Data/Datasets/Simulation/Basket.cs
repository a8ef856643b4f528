using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>One product in an order. Money in cents.</summary>
/// <param name="Product">Position in <see cref="Catalogue.Products"/>.</param>
/// <param name="Quantity">Pieces, ≥ 1.</param>
/// <param name="UnitPrice">Price of one piece before discount.</param>
/// <param name="Amount">What was paid for the line: quantity · price less discount.</param>
/// <param name="Returned">True when the line came back and was refunded.</param>
internal readonly record struct BasketLine(int Product, int Quantity, int UnitPrice, int Amount, bool Returned);

/// <summary>What an order contains. Money in cents.</summary>
internal sealed class Basket
{
    private const int MostLines = 6;
    private const int MostPieces = 8;

    private readonly List<BasketLine> _lines = [];

    private Basket(int channel, int promotion) => (Channel, PromotionId) = (channel, promotion);

    /// <summary>Position in <see cref="Markets.Channels"/> of the channel that brought the order.</summary>
    public int Channel { get; }

    /// <summary>Id of the promotion used; 0 for none.</summary>
    public int PromotionId { get; }

    /// <summary>Each product at most once.</summary>
    public IReadOnlyList<BasketLine> Lines => _lines;

    /// <summary>Sum of quantity · price before discount.</summary>
    public int Gross => _lines.Sum(line => line.Quantity * line.UnitPrice);

    /// <summary>What was paid.</summary>
    public int Amount => _lines.Sum(line => line.Amount);

    /// <summary>What the goods cost the shop.</summary>
    public int Cost => _lines.Sum(line => line.Quantity * Catalogue.Products[line.Product].Cost);

    /// <summary>What was paid back for returned lines.</summary>
    public int Refund => _lines.Sum(line => line.Returned ? line.Amount : 0);

    /// <summary>Fills the basket of an order; always the same for a seed.</summary>
    /// <param name="world">Whose order it is.</param>
    /// <param name="order">The order.</param>
    public static Basket Of(World world, OrderKey order)
    {
        var persona = Personas.All[world.PersonaOf(order.Customer)];
        var rng = world.Stream("baskets").Split(order.Customer).Split(order.Nth);
        var running = Promotion.OnDay[order.Day];
        var promotion = running > 0 && rng.NextBool(persona.PromotionUse) ? running : 0;
        var channel = order.Nth == 0 ? world.ChannelOf(order.Customer) : rng.NextCategorical(persona.Return);
        var basket = new Basket(channel, promotion);

        var percent = promotion == 0 ? 0 : Promotion.All[promotion - 1].Percent;
        var intended = 100 * rng.NextGamma(persona.SpendShape, Traits.Of(world, order.Customer).MeanOrder / persona.SpendShape);
        basket.Fill(persona, Math.Max(intended, Catalogue.Cheapest) * 100 / (100 - percent), percent, rng);
        return basket;
    }

    /// <summary>Adds products until their list price comes near <paramref name="target"/> cents; what one line misses, the next
    /// makes up for.</summary>
    private void Fill(Persona persona, double target, int percent, Rng rng)
    {
        var wanted = Math.Min(MostLines, 1 + rng.NextPoisson(persona.ExtraLines));
        for (var line = 0; line < MostLines && target > 0; line++)
        {
            var share = line >= wanted - 1 ? target : target / (wanted - line) * rng.NextUniform(0.6, 1.4);
            var product = Choose(rng.NextCategorical(persona.Taste), share, rng);
            if (_lines.Exists(other => other.Product == product)) continue;
            var price = Catalogue.Products[product].Price;
            // Rounds up or down at random, so that the mean is right; none at all ends the basket, unless it is empty.
            var pieces = Math.Min((int)(share / price + rng.NextDouble()), MostPieces);
            if (pieces == 0 && line >= wanted - 1 && _lines.Count > 0) break;
            if (pieces == 0 && line < MostLines - 1) continue;
            var gross = Math.Max(pieces, 1) * price;
            var back = rng.NextBool(Catalogue.Returned[Catalogue.Products[product].Category]);
            _lines.Add(new BasketLine(product, Math.Max(pieces, 1), price, gross - (gross * percent + 50) / 100, back));
            target -= gross;
        }
    }

    /// <summary>A product of a category, in proportion to popularity and to how near its price lies to what is left to spend.</summary>
    private static int Choose(int category, double share, Rng rng)
    {
        var products = Catalogue.InCategory[category];
        Span<double> weights = stackalloc double[products.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            double price = Catalogue.Products[products[i]].Price;
            var gap = (price - share) / (price + Math.Max(share, 1)); // −1 far too cheap, 1 far too dear
            var near = (1 - gap * gap) * (1 - gap * gap);
            weights[i] = near * (gap > 0 ? near * near * near : near) / (i + 1.0) + 1e-6;
        }
        return products[rng.NextCategorical(weights)];
    }
}
