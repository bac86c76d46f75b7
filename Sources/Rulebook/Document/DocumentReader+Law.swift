import Values

// The law line: source and section, when it is in force, and what it takes the place of.
extension DocumentReader {
  /// Reads the law line of a document.
  func lawLine(_ line: Int) -> LawLine {
    let span = lineSpan(line)
    let parts = span.text.components(separatedBy: " · ")
    let citation = parts[0].trimmed
    let force = parts.first { $0.hasPrefix("in force ") } ?? ""
    let written = String(force.dropFirst("in force ".count))
    let period = Period(inForce: written)
    let begins = period == nil ? SectionName(inForce: written, at: place(of: force, in: span)) : nil
    if period == nil, begins == nil {
      sink.report(
        Diagnostic(
          "the law line does not say when the law is in force", at: span,
          help: force.contains("§")
            ? "write `· in force act26 § 20 –` with an en dash, to name a row of a table"
            : "write `· in force 1989-10-01 – ` with an en dash, and the last day if it has ended"))
    }
    let sides = citation.components(separatedBy: "§")
    return LawLine(
      citation: citation, source: sides[0].trimmed,
      section: sides.count > 1 ? sides[1].trimmed : nil, period: period ?? .always,
      begins: begins, replaces: replaced(parts, in: span),
      address: parts.first { $0.hasPrefix("http") }?.trimmed, span: span)
  }

  /// `replaces inkassoloven (1988) § 9, § 10, merge-same-day`: sections, and single rules.
  private func replaced(_ parts: [String], in span: Span) -> [LawLine.Replaced] {
    guard let part = parts.first(where: { $0.hasPrefix("replaces ") }) else { return [] }
    var source = ""
    return part.dropFirst("replaces ".count).components(separatedBy: ",").map { piece in
      let place = self.place(of: piece.trimmed, in: span)
      let sides = piece.components(separatedBy: "§")
      guard sides.count > 1 else { return .rule(Name(text: piece.trimmed, span: place)) }
      if !sides[0].trimmed.isEmpty { source = sides[0].trimmed }
      return .section(sides[1].trimmed, source: source, place)
    }
  }

  /// Where a part of a line stands.
  private func place(of part: String, in span: Span) -> Span {
    guard !part.isEmpty, let range = span.text.utf8Range(of: part.trimmed) else { return span }
    let start = span.range.lowerBound
    return Span(span.file, (start + range.lowerBound)..<(start + range.upperBound))
  }
}

extension LawLine {
  /// Stands in for a line that is not there, once that has been said.
  static func unreadable(at span: Span) -> LawLine {
    LawLine(
      citation: "", source: "", section: nil, period: .always, begins: nil, replaces: [],
      address: nil, span: span)
  }
}

extension SectionName {
  /// `act26 § 20 –`: from the day on which the section comes into force.
  fileprivate init?(inForce text: String, at span: Span) {
    let sides = text.components(separatedBy: "§").map(\.trimmed)
    guard sides.count == 2, !sides[0].isEmpty, sides[1].hasSuffix("–") else { return nil }
    self.init(act: sides[0], section: String(sides[1].dropLast()).trimmed, span: span)
  }
}

extension Period {
  /// A period written `1989-10-01 – ` or `2002-01-01 – 2017-04-17`, last day included.
  init?(inForce text: String) {
    let days = text.components(separatedBy: "–").map(\.trimmed)
    guard days.count == 2, let from = CivilDay(days[0]) else { return nil }
    if days[1].isEmpty {
      self.init(from: from, through: nil)
    } else {
      guard let last = CivilDay(days[1]) else { return nil }
      self.init(from: from, through: last)
    }
  }
}
