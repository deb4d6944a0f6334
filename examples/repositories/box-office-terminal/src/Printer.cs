namespace Copperbell.BoxOffice
{
    /// <summary>The ticket printer, over the serial port.</summary>
    public interface IPrinter
    {
        void Print(string place, string code);
    }
}
