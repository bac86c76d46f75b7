import Casebook

/// A case with some facts changed, as an example's `with` writes it.
struct CaseVariation {
  private var tree: JSONTree

  /// The case as it stands.
  init(_ bytes: [UInt8], source: String) throws(InputFault) {
    tree = try JSONTree(parsing: bytes, source: source)
  }

  /// The varied case.
  var bytes: [UInt8] { tree.json }

  /// Applies `v.deadline = 2026-01-18`, `v.deadline unknown` or `v removed`.
  mutating func apply(_ change: String) throws(JSONPathFault) {
    for ending in [" removed", " unknown"] where change.hasSuffix(ending) {
      return try tree.remove(at: path(String(change.dropLast(ending.count))))
    }
    let sides = change.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
    guard sides.count == 2 else {
      throw JSONPathFault(
        path: change,
        reason: "found no `=`; write `v.deadline = 2026-01-18`, `v.deadline unknown` or `v removed`"
      )
    }
    try tree.set(Self.value(sides[1]), at: path(sides[0]))
  }

  /// A path; names of choices are kept as they are written.
  private func path(_ written: String) throws(JSONPathFault) -> [JSONStep] {
    let name = "choices."
    if written.hasPrefix(name) {
      return [.key("choices"), .key(String(written.dropFirst(name.count)))]
    }
    return try tree.path(written)
  }

  /// JSON where it is JSON, a list of bare words in brackets, else the text itself.
  private static func value(_ text: String) -> JSONTree {
    let literal = JSONTree(literal: text)
    guard case .string(text) = literal, text.hasPrefix("["), text.hasSuffix("]") else {
      return literal
    }
    let members = text.dropFirst().dropLast().split(separator: ",").map { trimmed($0) }
    return .array(members.map { JSONTree(literal: $0) })
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
