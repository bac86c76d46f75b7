import Values

/// What a finding is recognised by from run to run: sixteen hexadecimal digits.
///
/// They come from names alone (rule, part, case, claims and events by their ids), so that neither
/// the order of a file, nor amounts, nor what else happened makes a finding another one.
enum Fingerprint {
  /// The digits of these names.
  static func text(_ names: [String]) -> String {
    // Not `joined`, which the first time has the runtime look through all conformances there are.
    let text = names.dropFirst().reduce(into: names.first ?? "") { text, name in
      text.append("\u{1f}")
      text.append(name)
    }
    return ContentHash(of: text).digits
  }
}

extension [Finding] {
  /// The findings, of which no two have the same fingerprint: those that names do not tell apart
  /// (two purringer of one day without ids) are counted in the order of what they say.
  func toldApart() -> [Finding] {
    if count < 2 { return self }
    var places: [String: [Int]] = [:]
    for (place, finding) in enumerated() { places[finding.fingerprint, default: []].append(place) }
    guard places.count < count else { return self }
    var findings = self
    for (fingerprint, places) in places where places.count > 1 {
      let ordered = places.map { (self[$0].distinction, $0) }.sorted { $0 < $1 }
      for (number, (_, place)) in ordered.enumerated().dropFirst() {
        findings[place].fingerprint = Fingerprint.text([fingerprint, "\(number)"])
      }
    }
    return findings
  }
}

extension Finding {
  /// What tells it from another finding of the same subject, whatever their order.
  fileprivate var distinction: String {
    let sentence = message.en.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let value): value.plain
      }
    }
    let values = [expected?.plain, actual?.plain, excess?.description, atRisk?.description]
    return ([day?.description ?? ""] + sentence + values.map { $0 ?? "" })
      .joined(separator: "\u{1f}")
  }
}
