import Casebook
import Values

// When rules are in force: periods, tables of commencement, and what takes the place of what.
extension Compiler {
  /// A table of commencement: the columns `section` and `commences`, and people's columns.
  func declareCommencements(_ table: MarkdownTable) throws(Diagnostic) {
    guard let commences = table.header.firstIndex(where: { $0.text == "commences" }),
      let column = table.header.firstIndex(where: { $0.text == "section" })
    else {
      throw Diagnostic(
        "a table of commencement needs a column `section`", at: table.span,
        help: "its columns are section and commences; source and note are for people")
    }
    for row in table.rows {
      _ = sink.collect { () throws(Diagnostic) in
        try self.declareCommencement(row[column], row[commences], of: table.name)
      }
    }
  }

  private func declareCommencement(
    _ section: MarkdownTable.Cell, _ day: MarkdownTable.Cell, of act: String
  ) throws(Diagnostic) {
    guard section.text.hasPrefix("§"), section.text.dropFirst().trimmed.first?.isNumber ?? false
    else {
      throw Diagnostic(
        "`\(section.text)` is no section", at: section.span, help: "write for example `§ 20`")
    }
    let name = section.text.dropFirst().trimmed
    if let first = program.commencements.first(where: { $0.act == act && $0.section == name }) {
      throw Diagnostic(
        "two rows of `\(act)` are of § \(name)", at: section.span,
        label: "the other is in line \(first.span.line)", help: "keep the one that holds")
    }
    let known = CivilDay(day.text)
    guard known != nil || day.text == "pending" else {
      throw Diagnostic(
        "`\(day.text)` is no day of commencement", at: day.span,
        label: nearestName(to: day.text, among: ["pending"]).map { "did you mean `\($0)`?" } ?? "",
        help: "write a day (YYYY-MM-DD), or `pending` while none is set")
    }
    program.commencements.append(
      Commencement(act: act, section: name, day: known, span: section.span.through(day.span)))
  }

  /// The row of a table of commencement that a section names.
  func commencement(_ name: SectionName) throws(Diagnostic) -> Int {
    let all = program.commencements
    if let index = all.firstIndex(where: { $0.act == name.act && $0.section == name.section }) {
      return index
    }
    if broken.contains(name.act) { throw alreadyReported(at: name.span) }
    guard program.acts.contains(name.act) else {
      throw Diagnostic(
        "there is no table of commencement `\(name.act)`", at: name.span,
        label: nearestName(to: name.act, among: program.acts).map { "did you mean `\($0)`?" } ?? "",
        help: "a table with the columns section and commences, named by the heading above it")
    }
    throw Diagnostic(
      "the table `\(name.act)` has no row for § \(name.section)", at: name.span,
      help: "sections stand in its first column, for example `§ 20`")
  }

  /// When a limb is in force: by its own words, its rule's or the law line's.
  func force(
    _ limb: DatingSyntax, _ rule: DatingSyntax, _ line: LawLine
  ) throws(Diagnostic) -> Force {
    for (period, begins) in [(limb.period, limb.begins), (rule.period, rule.begins)] {
      if let period { return Force(period) }
      if let begins { return Force(.always, begins: try commencement(begins)) }
    }
    return Force(line.period, begins: try line.begins.map(commencement))
  }

  /// Ends the rules whose place a document takes, on the day on which its own begin.
  func replace() {
    for document in program.documents {
      guard let line = document.law, !line.replaces.isEmpty else { continue }
      for replaced in line.replaces {
        _ = sink.collect { () throws(Diagnostic) in try self.replace(replaced, line) }
      }
    }
    program.settleForce()
  }

  private func replace(_ replaced: LawLine.Replaced, _ line: LawLine) throws(Diagnostic) {
    let beginning = try beginning(of: line)
    switch replaced {
    case .rule(let name):
      guard let index = program.rules.firstIndex(where: { $0.id == name.text }) else {
        if ruleIDs.contains(name.text) { throw alreadyReported(name) }
        throw unknown(
          "there is no rule `\(name.text)`", name, among: ruleIDs.sorted(),
          help: "`replaces` names sections (`inkassoloven (1988) § 9`) or rules")
      }
      end(index, from: beginning)
    case .section(let section, let source, let span):
      let documents = program.documents.filter { document in
        document.law.map { $0.source == source && $0.isOf(section) } ?? false
      }
      guard !documents.isEmpty else {
        let sources = Set(program.documents.compactMap { $0.law?.source }).sorted()
        throw Diagnostic(
          "no document is of \(source) § \(section)", at: span,
          label: sources.contains(source)
            ? "" : nearestName(to: source, among: sources).map { "did you mean `\($0)`?" } ?? "",
          help: "name source and section as the law line of the document does")
      }
      let paths = Set(documents.map(\.source.path))
      for index in program.rules.indices where paths.contains(program.rules[index].document) {
        end(index, from: beginning)
      }
    }
  }

  private func beginning(of line: LawLine) throws(Diagnostic) -> Force.Beginning {
    if let begins = line.begins { return .section(try commencement(begins)) }
    guard let from = line.period.from else {
      throw Diagnostic("a text that replaces another says from when", at: line.span)
    }
    return .day(from)
  }

  private func end(_ index: Int, from beginning: Force.Beginning) {
    let rule = program.rules[index]
    program.rules[index] = rule.with(rule.limbs.map { $0.replaced(from: beginning) })
  }
}

extension LawLine {
  /// Whether it is of a section, or of a part of one: `9(2) s. 2` is of 9, `3 a` is not of 3.
  fileprivate func isOf(_ section: String) -> Bool {
    guard let own = self.section, own.hasPrefix(section) else { return false }
    guard let next = own.dropFirst(section.count).first else { return true }
    return "(,;".contains(next)
  }
}
