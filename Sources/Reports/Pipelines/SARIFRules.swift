import Audit
import Rulebook

/// The rules that have results, in the order of their first.
struct SARIFRules {
  private let program: Program?
  private let language: Language
  private var indices: [String: Int] = [:]
  /// What SARIF is to say of each.
  private(set) var descriptors: [JSONValue] = []

  /// Rules whose documents, if there are any, explain them.
  init(program: Program?, language: Language) {
    self.program = program
    self.language = language
  }

  /// The place of a rule among the descriptors, where it is put if it is new.
  mutating func index(of rule: String, _ law: LawPoint?, _ verdict: Verdict?) -> Int {
    if let index = indices[rule] { return index }
    indices[rule] = descriptors.count
    descriptors.append(descriptor(of: rule, law, verdict))
    return descriptors.count - 1
  }

  private func descriptor(of id: String, _ law: LawPoint?, _ verdict: Verdict?) -> JSONValue {
    let rule = program?.rules.first { $0.id == id }
    let law = rule?.law ?? law
    let worst = rule?.limbs.compactMap { Verdict(rawValue: $0.verdict.rawValue) }.min() ?? verdict
    let citation = law.map { language.citation($0.citation) } ?? id
    let words = rule.map(words) ?? (title: id, text: [])
    let full = words.text.first ?? citation
    let help = [citation] + (law?.address.map { [$0] } ?? []) + words.text
    let linked = law?.address.map { "[\(citation)](\($0))" } ?? citation
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(id)),
      ("shortDescription", SARIFReport.message(words.title)),
      ("fullDescription", SARIFReport.message(full)),
    ]
    if let address = law?.address { members.append(("helpUri", .string(Self.uri(address)))) }
    let text = help.joined(separator: "\n\n")
    let markdown = ([linked] + words.text).joined(separator: "\n\n")
    members += [
      ("help", .object([("text", .string(text)), ("markdown", .string(markdown))])),
      (
        "defaultConfiguration",
        .object([("level", .string(worst.map(SARIFResult.level) ?? "warning"))])
      ),
    ]
    if let law {
      members.append(
        (
          "properties",
          .object([
            ("law", .string(citation)), ("confidence", .string(law.confidence)),
            ("tags", .list([.string(law.source)])),
          ])
        ))
    }
    return .object(members, .lines)
  }

  /// What the document of a rule calls it, and says of it.
  private func words(of rule: Rule) -> (title: String, text: [String]) {
    let document = DocumentText(rule.span.file)
    let heading = document.heading(before: rule.span.line)
    let title = program?.documents.first { $0.source === rule.span.file }?.title ?? rule.id
    let text = document.words(before: rule.span.line)
    return (
      heading == nil || heading == title ? title : "\(title): \(heading ?? "")",
      text.isEmpty ? document.introduction : text
    )
  }

  /// An address as a URI: what only an IRI may hold (`§`) is written by its bytes.
  private static func uri(_ address: String) -> String {
    address.utf8.reduce(into: "") { uri, byte in
      if byte < 0x80 {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension DocumentText {
  /// The heading of the section that a line stands in.
  func heading(before line: Int) -> String? {
    chunks.last { $0.line < line && $0.kind == .heading }?.lines.first.map { line in
      String(line.drop { $0 == "#" || $0 == " " })
    }
  }
}
