import Casebook
import Values

/// How far a run is, on one line.
public struct ProgressText: Sendable {
  /// How many cases have been read or judged.
  public var cases = 0
  /// How many there are, where that is known.
  public var allCases: Int?
  /// How many bytes have been read.
  public var bytes = 0
  /// How many there are, where that is known.
  public var allBytes: Int?
  /// How many findings there are so far; nil while nothing is judged.
  public var findings: Int?
  /// How long it has taken.
  public var elapsed = Duration.zero

  /// Nothing done yet.
  public init() {}

  /// The line, in a language.
  public func line(in language: Language) -> String {
    let all = allCases.map { count($0, language) }
    var parts = [
      Self.cases(count(cases, language), of: all, isOne: (allCases ?? cases) == 1)
    ]
    if let findings {
      parts.append(Self.findings(count(findings, language), isOne: findings == 1))
    }
    let seconds = elapsed / .seconds(1)
    if seconds > 0 {
      parts.append(Self.rate(count(Int(Double(cases) / seconds), language)))
    }
    if let left = secondsLeft(after: seconds) { parts.append(Self.left(Self.clock(left))) }
    return parts.map { $0[language] }.joined(separator: ", ")
  }

  /// How long it takes yet if it goes on as it has gone so far.
  private func secondsLeft(after seconds: Double) -> Int? {
    let share =
      if let allCases { Double(cases) / Double(max(allCases, 1)) } else if let allBytes {
        Double(bytes) / Double(max(allBytes, 1))
      } else { 0.0 }
    return share > 0 ? Int((seconds * max(0, 1 - share) / share).rounded(.up)) : nil
  }

  private func count(_ number: Int, _ language: Language) -> String {
    language.number(Ratio(Int64(number)))
  }

  /// `1:05`, `2:00:07`.
  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    guard minutes >= 60 else { return "\(minutes):\(two(rest))" }
    return "\(minutes / 60):\(two(minutes % 60)):\(two(rest))"
  }
}

extension ProgressText {
  fileprivate static func cases(_ done: String, of all: String?, isOne: Bool) -> Label {
    let (nb, en) = isOne ? ("sak", "case") : ("saker", "cases")
    guard let all else { return Label(nb: "\(done) \(nb)", en: "\(done) \(en)") }
    return Label(nb: "\(done) av \(all) \(nb)", en: "\(done) of \(all) \(en)")
  }

  fileprivate static func findings(_ count: String, isOne: Bool) -> Label {
    Label(nb: "\(count) funn", en: "\(count) \(isOne ? "finding" : "findings")")
  }

  fileprivate static func rate(_ count: String) -> Label {
    Label(nb: "\(count) i sekundet", en: "\(count) a second")
  }

  fileprivate static func left(_ time: String) -> Label {
    Label(nb: "\(time) igjen", en: "\(time) left")
  }
}
