public import Audit
public import Casebook
import Rulebook
import Values

extension Scorecard {
  /// Reads a scorecard that was written as JSON.
  /// - Parameters:
  ///   - bytes: the text of the file.
  ///   - file: the file, as messages name it.
  /// - Throws: the first fault, with its place.
  public init(parsing bytes: [UInt8], file: String) throws(InputFault) {
    let tree = try JSONTree(parsing: bytes, source: file)
    if let fault = ScorecardFormat.scorecard.schema.fault(in: tree) {
      throw InputFault(
        in: bytes, file: file, at: fault.steps, expected: fault.expected, hint: fault.hint)
    }
    let root = ScorecardNode(value: tree)
    do throws(ScorecardNode.Fault) {
      self.init(basis: try root.basis)
      total = try root["total"].score
      for party in root["agencies"].elements {
        agencies[party["id"].text] = try party["score"].score
        if let id = party["id"].text { agencyNames[id] = party["name"].text }
      }
      for party in root["creditors"].elements {
        creditors[party["id"].text] = try party["score"].score
        if let id = party["id"].text { creditorNames[id] = party["name"].text }
      }
      for month in root["months"].elements {
        months[try month["month"].month] = try month["score"].score
      }
      receipt = root["receipt"].receipt
      receipt.measured = try root.measured
    } catch {
      throw InputFault(
        in: bytes, file: file, at: error.steps, expected: error.expected,
        hint: "use a file as skikk wrote it")
    }
  }
}

/// A value of a scorecard whose keys and types have been checked.
struct ScorecardNode {
  /// A text that is not of its form.
  struct Fault: Error {
    let steps: [JSONStep]
    let expected: String
  }

  let value: JSONTree
  var steps: [JSONStep] = []

  /// The value of a key; null where there is none.
  subscript(key: String) -> ScorecardNode {
    ScorecardNode(value: value[key] ?? .null, steps: steps + [.key(key)])
  }

  /// The values of a list.
  var elements: [ScorecardNode] {
    value.elements.enumerated().map { ScorecardNode(value: $1, steps: steps + [.index($0)]) }
  }

  /// The texts of an object, by name.
  var texts: [(name: String, text: String)] {
    guard case .object(let members) = value else { return [] }
    return members.compactMap { member in
      if case .string(let text) = member.value { (member.key, text) } else { nil }
    }
  }

  /// The text; nil of null.
  var text: String? { value.text }

  /// The whole number.
  var count: Int {
    if case .number(let digits) = value { Int(digits) ?? 0 } else { 0 }
  }

  /// What a text or number says, read by its form; nil of null.
  func read<Value>(_ expected: String, _ read: (String) -> Value?) throws(Fault) -> Value? {
    let written: String
    switch value {
    case .string(let text): written = text
    case .number(let digits): written = digits
    default: return nil
    }
    guard let value = read(written) else { throw Fault(steps: steps, expected: expected) }
    return value
  }

  var kroner: KronerTotal {
    get throws(Fault) {
      try read("kroner with two to six decimals") { KronerTotal($0) } ?? .zero
    }
  }

  var month: Month? {
    get throws(Fault) { try read("a month, as 2026-03") { Month($0) } }
  }

  var day: CivilDay {
    get throws(Fault) { try read("a day, as 2026-03-31") { CivilDay($0) } ?? .earliest }
  }

  var fraction: Ratio? {
    get throws(Fault) {
      try read("a fraction, as 93/100") { text in
        let sides = text.split(separator: "/").compactMap { Int64($0) }
        return sides.count == 2 ? try? Ratio(sides[0], sides[1]) : nil
      }
    }
  }
}
