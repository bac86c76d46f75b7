import Values

/// Writing amounts, numbers and days the way each language does.
extension Language {
  /// Keeps a number and what belongs to it on one line.
  static let noBreak: Character = "\u{A0}"

  /// Kroner: `1 990,00 kr`, `NOK 1,990.00`. Whole øre have two decimals, other amounts all of
  /// theirs; what has no end within six is rounded to øre and marked as such.
  func money(_ ore: Ratio) -> String {
    let kroner = Kroner(ore)
    let number = grouped(kroner.text)
    let amount =
      switch self {
      case .nb: "\(number)\(Self.noBreak)kr"
      case .en: "NOK\(Self.noBreak)\(number)"
      }
    guard !kroner.isExact else { return amount }
    return (self == .nb ? "ca." : "about") + String(Self.noBreak) + amount
  }

  /// A number with the decimal mark of the language; a fraction without a decimal stays one.
  func number(_ value: Ratio) -> String { value.decimal.map(grouped) ?? value.description }

  /// A part of one as a percentage: `12,25 %`, `12.25 per cent`.
  func share(_ value: Ratio) -> String {
    Self.percent(value, number) + String(Self.noBreak) + (self == .nb ? "%" : "per cent")
  }

  /// The number before the per cent sign.
  static func percent(_ value: Ratio, _ write: (Ratio) -> String) -> String {
    (try? value.multiplied(by: Ratio(100))).map(write) ?? "?"
  }

  /// `19. januar 2026`, `19 January 2026`.
  func day(_ day: CivilDay) -> String {
    let (year, month, dayOfMonth) = day.parts
    let name = DayTexts.months[month - 1][self]
    return self == .nb ? "\(dayOfMonth). \(name) \(year)" : "\(dayOfMonth) \(name) \(year)"
  }

  /// Thousands apart, and the decimal mark of the language, in a number written `-1990.00`.
  private func grouped(_ plain: String) -> String {
    let separator = self == .nb ? Self.noBreak : ","
    var text = ""
    var digits = plain.utf8.prefix { $0 != UInt8(ascii: ".") }.count { $0 != UInt8(ascii: "-") }
    let whole = digits
    for byte in plain.utf8 {
      switch byte {
      case UInt8(ascii: "-"): text += "-"
      case UInt8(ascii: "."):
        text += self == .nb ? "," : "."
        digits = 0
      default:
        if digits > 0 {
          if digits < whole, digits.isMultiple(of: 3) { text.append(separator) }
          digits -= 1
        }
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}

/// An amount in kroner as plain decimal text, with a point.
struct Kroner {
  /// `234.375`, `1990.00`.
  let text: String
  /// Whether the text is the amount itself and not rounded.
  let isExact: Bool

  /// The most decimals that are written before an amount is rounded.
  static let mostDecimals = 6

  /// The amount of so many øre.
  init(_ ore: Ratio, roundedTo unit: Ratio = .one) {
    if let exact = Self.decimal(ore) {
      (text, isExact) = (exact, true)
    } else {
      // An amount too large to round has no more than its own fraction to show.
      let rounded = (try? ore.rounded(.halfUp, to: unit)) ?? ore
      (text, isExact) = (Self.decimal(rounded) ?? rounded.description, false)
    }
  }

  private static func decimal(_ ore: Ratio) -> String? {
    guard let kroner = try? ore.divided(by: Ratio(100)), let text = kroner.decimal else {
      return nil
    }
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    guard decimals <= mostDecimals else { return nil }
    return decimals == 1 ? text + "0" : text
  }
}
