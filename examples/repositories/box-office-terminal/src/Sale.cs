using System.Collections.Generic;
using System.Linq;

namespace Copperbell.BoxOffice
{
    /// <summary>What one customer buys at the counter.</summary>
    public sealed class Sale
    {
        private readonly List<(string Place, int Price)> lines = new();

        public void Add(string place, int price) => lines.Add((place, price));

        public int Total => lines.Sum(line => line.Price);
    }
}
