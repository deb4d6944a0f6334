import Foundation

/// The code that is shown now. It needs the ticket and a clock, and no network.
struct RotatingCode {
    private static let windowSeconds: Int64 = 30

    let seed: [Int8]

    func at(epochSecond: Int64) -> String {
        let window = epochSecond / Self.windowSeconds
        let code = seed.reduce(window) { $0 &* 31 &+ Int64($1) }
        return String(UInt64(bitPattern: code), radix: 36)
    }
}
