import Casebook
import Foundation
import Rulebook

@main
struct Main {
  static func main() throws {
    var documents: [(path: String, text: String)] = []
    for root in CommandLine.arguments.dropFirst() {
      let base = URL(filePath: root).standardizedFileURL
      for case let url as URL in FileManager.default.enumerator(
        at: base, includingPropertiesForKeys: nil)! where url.pathExtension == "md"
      {
        let path = String(url.standardizedFileURL.path().dropFirst(base.path().count))
          .trimmingCharacters(in: ["/"])
        documents.append((path, try String(contentsOf: url, encoding: .utf8)))
      }
    }
    let (program, diagnostics) = RuleSet(documents: documents).compiled(with: .standard)
    for diagnostic in diagnostics { print(diagnostic.rendered) }
    print(
      program.rules.count, "rules", program.definitions.count, "definitions", program.tables.count,
      "tables", diagnostics.count, "faults")
  }
}
