import Casebook
import Reports
import Rulebook
import Values

/// One of the parts that a caseload is taken apart into: `3/16` is the third of sixteen.
///
/// Who judges every part has judged the whole. Cases that are judged together are of one part,
/// whatever file or place they stand in, and every machine says so alike.
struct CasePart: Equatable, CustomStringConvertible {
  /// Which part, from 1.
  let number: Int
  /// How many there are.
  let count: Int

  /// Everything.
  static let whole = CasePart(number: 1, count: 1)

  /// The largest number of parts.
  static let most = 1_000_000

  init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// The part that a text means, `K/N`; nil when it means none.
  init?(_ text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let number = sides[0], let count = sides[1],
      (1...Self.most).contains(count), (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }

  /// `3/16`.
  var description: String { "\(number)/\(count)" }

  /// The part that a case is of.
  /// - Parameters:
  ///   - case: the case; one that does not name its parties is judged alone, and goes by its
  ///     number.
  ///   - count: how many parts there are.
  ///   - reach: which cases come together.
  init(of case: CaseHeading, among count: Int, together reach: Reach) {
    let key = `case`.group(together: reach) ?? `case`.number
    self.init(number: 1 + Self.remainder(of: key, by: count), count: count)
  }

  /// Whether a case is of this part.
  func has(_ case: CaseHeading, together reach: Reach) -> Bool {
    self == .whole || self == CasePart(of: `case`, among: count, together: reach)
  }

  /// Whether it is for this part to tell of something that could not be read. A line is told of by
  /// one part; what has no line, as a file that cannot be opened, by all, for each may miss a case
  /// in it.
  func tells(of unread: UnreadInput) -> Bool {
    guard let line = unread.line else { return true }
    return line % count == number - 1
  }

  /// Whether it is for this part to count it, so that receipts add up: one part does.
  func counts(_ unread: UnreadInput) -> Bool {
    unread.line == nil ? number == 1 : tells(of: unread)
  }

  /// The characters of ASCII. Texts that are equal though they are written differently, as `é` can
  /// be, are one debtor, so nothing but a character as a whole may be looked at.
  private static let plain = Dictionary(
    uniqueKeysWithValues: (0..<0x80 as Range<UInt8>).map { (Character(Unicode.Scalar($0)), $0) })

  private static func remainder(of key: String, by count: Int) -> Int {
    var hash = ContentHash()
    hash.add(key.lazy.map { plain[$0] ?? 0xFF })
    return Int((hash.value ^ hash.value >> 32) % UInt64(count))
  }
}

extension Invocation {
  /// `--part K/N`; the whole without it.
  var part: CasePart {
    get throws(UsageFault) {
      guard let text = self[.part] else { return .whole }
      guard let part = CasePart(text) else {
        throw .value(
          text, of: .part,
          expected: Label(
            nb: "K/N, som 3/16, med høyst \(CasePart.most) deler",
            en: "K/N, as 3/16, with at most \(CasePart.most) parts"), in: command.name)
      }
      return part
    }
  }
}
