import Audit
import Casebook
import Values

extension Shown {
  /// The value in running text.
  func text(in language: Language) -> String {
    switch self {
    case .day(let day): language.day(day)
    case .never: DayTexts.never[language]
    case .longAgo: DayTexts.longAgo[language]
    case .money(let ore): language.money(ore)
    case .number(let value): language.number(value)
    case .share(let value): language.share(value)
    case .duration(let count, let unit):
      "\(count) \(DayTexts.unit(unit, isOne: abs(count) == 1)[language])"
    case .flag(let flag): (flag ? DayTexts.yes : DayTexts.no)[language]
    case .text(let text): text
    case .word(_, let label): label[language]
    case .clock(let second): Self.clock(second)
    case .list(let members): language.enumeration(members.map { $0.text(in: language) })
    case .none: DayTexts.none[language]
    case .unknown(let lowest, let highest): Self.unknown(lowest, highest, in: language)
    }
  }

  /// The value as case files and rules write it, the same in every language: for traces.
  var asWritten: String {
    switch self {
    case .day(let day): day.description
    case .never: "never"
    case .longAgo: "long-ago"
    case .money(let ore): Kroner(ore).text + " kroner"
    case .number(let value): value.description
    case .share(let value): Language.percent(value) { $0.description } + " %"
    case .duration(let count, let unit):
      "\(count) \(abs(count) == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    case .flag(let flag): String(flag)
    case .text(let text): "\"\(text)\""
    case .word(let word, _): word
    case .clock(let second): Self.clock(second)
    case .list(let members): "[" + members.map(\.asWritten).joined(separator: ", ") + "]"
    case .none: "none"
    case .unknown(nil, nil): "unknown"
    case .unknown(let lowest, let highest):
      "unknown (\(lowest?.asWritten ?? "…") to \(highest?.asWritten ?? "…"))"
    }
  }

  private static func unknown(
    _ lowest: Limit?, _ highest: Limit?, in language: Language
  ) -> String {
    let ends = (lowest?.text(in: language), highest?.text(in: language))
    if case .day? = lowest ?? highest {
      return DayTexts.unknownDay(between: ends.0, ends.1)[language]
    }
    return DayTexts.unknown(between: ends.0, ends.1)[language]
  }

  private static func clock(_ second: Int) -> String {
    let (minutes, rest) = second.quotientAndRemainder(dividingBy: 60)
    let parts = [minutes / 60, minutes % 60] + (rest == 0 ? [] : [rest])
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension Shown.Limit {
  func text(in language: Language) -> String {
    switch self {
    case .day(let day): language.day(day)
    case .money(let ore): language.money(ore)
    case .number(let value): language.number(value)
    }
  }

  var asWritten: String {
    switch self {
    case .day(let day): day.description
    case .money(let ore): Kroner(ore).text + " kroner"
    case .number(let value): value.description
    }
  }
}

extension Sentence {
  /// The sentence in one language, its values written the way that language does.
  func text(in language: Language) -> String {
    var text = ""
    for piece in language == .nb ? nb : en {
      switch piece {
      case .text(let words): text += words
      case .value(let shown):
        let words = shown.text(in: language)
        // What is between two ends is told in words, which may begin a sentence.
        if case .unknown = shown, text.isEmpty || text.hasSuffix(". ") {
          text += words.prefix(1).uppercased() + words.dropFirst()
        } else {
          text += words
        }
      }
    }
    return text
  }
}

extension Language {
  /// `a`, `a og b`, `a, b og c`; what is left of a list without members says so.
  func enumeration(_ members: [String]) -> String {
    guard let last = members.last else { return DayTexts.none[self] }
    guard members.count > 1 else { return last }
    return members.dropLast().joined(separator: ", ") + " \(DayTexts.and[self]) " + last
  }
}
