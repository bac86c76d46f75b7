import Audit
import Casebook

/// Writes what an assumption changes: in one case by finding, in several by rule.
struct ChangeText {
  let language: Language

  /// The findings that are new, by rule alone since they stand above, and those that go.
  func write(_ change: AssumedChange?, on page: inout Page) {
    guard let change else { return }
    page.blank()
    page.paragraph(ChangeTexts.title[language], .heading)
    guard !change.new.isEmpty || !change.gone.isEmpty else {
      page.paragraph(ChangeTexts.nothing[language], indent: 2)
      return
    }
    if !change.new.isEmpty {
      page.paragraph("\(ChangeTexts.new[language]) (\(change.new.count)):", indent: 2)
      let names = change.new.map(name).reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      page.paragraph(names.joined(separator: ", "), indent: 4)
    }
    if !change.gone.isEmpty {
      page.paragraph("\(ChangeTexts.gone[language]) (\(change.gone.count)):", indent: 2)
      for finding in change.gone {
        let text = finding.message.text(in: language)
        page.paragraph("\(name(finding)): \(text)", indent: 4, hanging: 2)
      }
    }
  }

  /// How many findings of each rule are new, and how many go.
  func table(_ rows: [String: ChangeCount], on page: inout Page) {
    guard !rows.isEmpty else { return }
    page.blank()
    page.paragraph(ChangeTexts.title[language], .heading)
    let header = [SummaryTexts.rule, ChangeTexts.new, ChangeTexts.gone].map { $0[language] }
    let lines = rows.sorted { $0.key < $1.key }.map { rule, count in
      [rule, count.new > 0 ? "\(count.new)" : "", count.gone > 0 ? "\(count.gone)" : ""]
    }
    Table(header: header, rows: lines, numeric: [1, 2]).write(on: &page, indent: 2)
  }

  private func name(_ finding: Finding) -> String {
    [finding.rule, finding.part].compactMap { $0 }.joined(separator: " ")
  }
}

/// How many findings of a rule are new under an assumption, and how many go.
struct ChangeCount {
  var new = 0
  var gone = 0
}

/// What is said of assumptions.
enum ChangeTexts {
  static let assumed = Label(nb: "Forutsetter", en: "Assumes")
  static let title = Label(nb: "Hva forutsetningen endrer", en: "What the assumption changes")
  static let nothing = Label(nb: "Ingen funn.", en: "No finding.")
  static let new = Label(nb: "Nye", en: "New")
  static let gone = Label(nb: "Faller bort", en: "Gone")

  /// One assumption.
  static func inForce(_ act: String, from day: String) -> Label {
    Label(nb: "\(act) i kraft fra \(day)", en: "\(act) in force from \(day)")
  }
}
