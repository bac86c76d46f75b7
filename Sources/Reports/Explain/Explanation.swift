import Audit
import Casebook
public import Rulebook
public import Values

/// Explains rules, sections and choices in the words of their documents.
public struct Explanation {
  let program: Program
  let language: Language
  /// The day whose table rows are shown.
  let day: CivilDay
  let style: Style

  static let column = 16

  /// Explanations from a rule set, with the values in force on a day.
  public init(program: Program, language: Language, on day: CivilDay, style: Style = .plain) {
    self.program = program
    self.language = language
    self.day = day
    self.style = style
  }

  /// The answer to a question.
  public func text(of question: Question) -> String {
    var page = Page(style: style)
    switch question {
    case .rules(let indices): rules(indices, on: &page)
    case .documents(let indices):
      for index in indices { whole(program.documents[index], on: &page) }
    case .choice(let index): choice(program.choices[index], on: &page)
    }
    return page.text
  }

  /// Rules, below the heading of the document they stand in.
  private func rules(_ indices: [Int], on page: inout Page) {
    var document = ""
    for index in indices {
      let rule = program.rules[index]
      if rule.document != document { head(rule, on: &page) }
      document = rule.document
      page.blank()
      self.rule(rule, on: &page)
    }
  }

  private func head(_ rule: Rule, on page: inout Page) {
    guard let document = program.documents.first(where: { $0.source.path == rule.document }) else {
      return
    }
    page.blank()
    head(document, on: &page)
  }

  private func head(_ document: RuleDocument, on page: inout Page) {
    page.paragraph(document.title, .heading)
    if let law = document.law {
      entry(ExplainTexts.law, law.citation, on: &page)
      entry(ExplainTexts.inForce, language.force(program.force(of: law), in: program), on: &page)
      if let address = law.address { entry(ExplainTexts.address, address, on: &page) }
    }
    entry(ExplainTexts.document, document.source.path, on: &page)
    for words in DocumentText(document.source).introduction { prose(words, on: &page) }
  }

  /// A document without rules of its own: all of it, with the rows of its tables that hold.
  private func whole(_ document: RuleDocument, on page: inout Page) {
    page.blank()
    head(document, on: &page)
    for chunk in DocumentText(document.source).chunks {
      guard chunk.kind == .fence else { continue }
      page.blank()
      for line in chunk.lines.dropFirst().dropLast() { page.line([(line, .ordinary)], indent: 2) }
    }
    for table in program.tables where table.span.file === document.source {
      self.table(table, on: &page)
    }
    commencements(of: document, on: &page)
  }

  /// The rows of a table of commencement: a day, or that none is set.
  private func commencements(of document: RuleDocument, on page: inout Page) {
    let rows = program.commencements.filter { $0.span.file === document.source }
    guard !rows.isEmpty else { return }
    page.blank()
    for row in rows {
      page.line(
        [("\(row.name): \(row.day.map(language.day) ?? "pending")", .ordinary)], indent: 2)
    }
  }

  func choice(_ choice: Choice, on page: inout Page) {
    let standard = choice.standard.map { choice.readings[$0] } ?? "open"
    var readings = choice.readings.map { name in
      name == standard ? "\(name) (\(ExplainTexts.standard[language]))" : name
    }
    if let unit = choice.numberUnit { readings.append("1, 2, … \(unit.rawValue)") }
    let open = choice.standard == nil ? " (\(ExplainTexts.standard[language]))" : ""
    readings.append("open" + open)
    page.paragraph(
      "\(choice.name) = \(readings.joined(separator: " | "))", indent: 4, hanging: 4)
    page.paragraph(choice.because, indent: 6, .faint)
  }

  /// Plain words; the items of a list each on a line of their own.
  func prose(_ words: String, on page: inout Page) {
    page.blank()
    for line in words.split(separator: "\n") {
      page.paragraph(String(line), indent: 2, hanging: line.hasPrefix("- ") ? 2 : 0)
    }
  }

  func entry(_ name: Label, _ value: String, on page: inout Page) {
    page.entry(name[language], value, indent: 2, column: Self.column)
  }

  func section(_ title: Label, on page: inout Page) {
    page.blank()
    page.paragraph(title[language] + ":", indent: 2, .faint)
  }
}

extension Language {
  /// A period of days in words.
  func period(_ period: Period) -> String {
    ExplainTexts.period(period.from.map(day), period.through.map(day))[self]
  }

  /// When something is in force, and what takes its place when.
  func force(_ force: Force, in program: Program) -> String {
    if let awaited = force.awaits {
      return ExplainTexts.pending(program.commencements[awaited].name)[self]
    }
    let successors = program.pendingSuccessors(of: force).map(\.name)
    let until = successors.isEmpty ? "" : ExplainTexts.until(enumeration(successors))[self]
    return period(force.period ?? force.written) + until
  }
}
