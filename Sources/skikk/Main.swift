import Audit
import Casebook
import Foundation
import Rulebook
import Values

@main
struct Main {
  static func main() throws {
    var documents: [(path: String, text: String)] = []
    let base = URL(filePath: CommandLine.arguments[1]).standardizedFileURL
    for case let url as URL in FileManager.default.enumerator(
      at: base, includingPropertiesForKeys: nil)! where url.pathExtension == "md"
    {
      let path = String(url.standardizedFileURL.path().dropFirst(base.path().count))
        .trimmingCharacters(in: ["/"])
      documents.append((path, try String(contentsOf: url, encoding: .utf8)))
    }
    let (program, diagnostics) = RuleSet(documents: documents).compiled(with: .standard)
    for diagnostic in diagnostics { print(diagnostic.rendered) }
    print(
      program.rules.count, "rules", program.definitions.count, "definitions", program.tables.count,
      "tables", diagnostics.count, "faults")
    if CommandLine.arguments.count == 2 {
      let runner = ExampleRunner(program: program) { name in
        Array(try Data(contentsOf: URL(filePath: "cases/" + name + ".json")))
      }
      let summary = runner.run()
      for r in summary.results {
        if let f = r.fault {
          print(
            r.example.span.citation, r.example.caseName, r.example.changes, r.example.rule,
            r.example.part ?? "", f)
        }
      }
      for g in summary.gaps { print("GAP", g.text, g.place) }
      print(
        summary.results.count, "examples", summary.results.filter { $0.fault != nil }.count,
        "failed", summary.gaps.count, "gaps")
      return
    }
    let auditor = try Auditor(
      program: program, options: AuditOptions(asOf: CivilDay("2026-11-22")!))
    for path in CommandLine.arguments.dropFirst(2) {
      do {
        let lines =
          path.hasSuffix(".ndjson")
          ? (try String(contentsOfFile: path, encoding: .utf8)).split(separator: "\n").map {
            Array($0.utf8)
          } : [Array(try Data(contentsOf: URL(filePath: path)))]
        for line in lines {
          let file = try CaseReader.standard.read(line, source: path)
          let report = auditor.audit(file, source: path)
          print(
            "==", report.id, path, "met", report.met, "excess", report.excess, "risk", report.atRisk
          )
          for f in report.findings {
            print(
              "  ", f.verdict.rawValue, f.rule, f.part ?? "", f.claims, f.events.map(\.name), "exp",
              f.expected?.plain ?? "-", "act", f.actual?.plain ?? "-", "excess",
              f.excess?.description ?? "-",
              f.consequences.map { ($0.isAtRisk ? "?" : "") + $0.name })
            print(
              "      ",
              f.message.en.map {
                if case .text(let t) = $0 {
                  t
                } else if case .value(let v) = $0 {
                  v.plain
                } else {
                  ""
                }
              }.joined())
            if ProcessInfo.processInfo.environment["TRACE"] != nil {
              for t in f.trace {
                print(
                  "        ", String(repeating: "  ", count: t.depth), t.text, "=",
                  t.value?.plain ?? "", t.worked.map { "(\($0))" } ?? "", t.source ?? "",
                  t.isAssumption ? "ASSUMED" : "")
              }
            }
          }
          for u in report.undetermined {
            print(
              "   ?", u.rule, u.part ?? "", u.events.map(\.name), u.reason.rawValue, u.missing,
              u.atRisk?.description ?? "")
          }
          for s in report.setAside { print("   -", s.rule, s.part ?? "", s.exception) }
          for c in report.conflicts { print("   !", c.name) }
        }
      } catch { print("!!", path, error) }
    }
  }
}
