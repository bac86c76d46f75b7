import Foundation

/// What one measurement gave.
struct Result: Encodable {
  /// What was measured.
  let name: String
  /// How many cases were to be done.
  var asked: Int?
  /// How many cases, or starts, were done.
  let count: Int
  /// How long that took.
  let seconds: Double
  /// How many bytes were read or written on the way, if it is about bytes.
  var bytes: Int?
  /// How many rules were applied to each case, if it is about rules.
  var rules: Int?
  /// The most memory that the program had, in bytes.
  var peakMemory: Int?
  /// How long it took beside starting a program that does nothing.
  var timesEmpty: Double?
  /// How long a case took beside one of the run before with fewer cases: 1 where the time grows as
  /// the cases do.
  var growth: Double?

  private var rate: Double { Double(count) / max(seconds, 1e-9) }

  private func encoded() -> [String] {
    [
      name, "\(count)", Self.number(seconds * 1000), asked == nil ? "" : Self.number(rate),
      bytes.map { Self.number(Double($0) / max(seconds, 1e-9) / 1e6) } ?? "",
      rules.map { Self.number(1e9 / rate / Double($0)) } ?? "",
      peakMemory.map { Self.number(Double($0) / 1e6) } ?? "", timesEmpty.map(Self.number) ?? "",
      growth.map(Self.number) ?? "",
    ]
  }

  /// Three digits that say something.
  private static func number(_ value: Double) -> String {
    value >= 100
      ? String(format: "%.0f", value) : String(format: value >= 10 ? "%.1f" : "%.2f", value)
  }

  /// The same results, each beside the one before it of its name.
  static func grown(_ results: [Result]) -> [Result] {
    var before: [String: Result] = [:]
    return results.map { result in
      var grown = result
      // Not what was stopped before it was through, nor what there was none of.
      guard result.count > 0, result.count == result.asked else { return result }
      grown.growth = before[result.name].map { $0.rate / result.rate }
      before[result.name] = result
      return grown
    }
  }

  /// A table of results.
  static func table(_ results: [Result]) -> String {
    let header = [
      "what", "count", "ms", "cases/s", "MB/s", "ns/case/rule", "peak MB", "× empty program",
      "× per case",
    ]
    let rows = [header] + results.map { $0.encoded() }
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { place, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return place == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// Measures how long something takes.
func measuredSeconds(of work: () throws -> Void) rethrows -> Double {
  let elapsed = try ContinuousClock().measure(work)
  return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
}
