import Casebook
import Foundation
import Rulebook
import Testing

@testable import EmbeddedRules

@Suite("The built program") struct EmbeddingTests {
  @Test("carries every document of rules/ but the packs, byte for byte, and nothing else")
  func sameBytes() throws {
    let rules = Checkout.root.appending(path: "rules", directoryHint: .isDirectory)
    let paths = (FileManager.default.subpaths(atPath: rules.path(percentEncoded: false)) ?? [])
      .filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") && !$0.contains("/.") }
      .filter { !$0.hasPrefix("x-") && !$0.contains("/x-") }
    #expect(embeddedRuleDocuments.map(\.path).sorted() == paths.sorted())
    for document in embeddedRuleDocuments {
      let file = try Data(contentsOf: rules.appending(path: document.path))
      let same = document.text.utf8.elementsEqual(file)
      #expect(same, "\(document.path) has changed since the program was built")
    }
  }

  @Test("names the documents in byte order of their paths, whatever the file system's order")
  func order() {
    let paths = embeddedRuleDocuments.map { Array($0.path.utf8) }
    #expect(paths == paths.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("carries a hash of 64 bits of exactly these documents")
  func hash() {
    #expect(embeddedRulesVersion == FNV.hash(embeddedRuleDocuments.map { ($0.path, $0.text) }))
    #expect(RuleSet(documents: embeddedRuleDocuments).version == embeddedRulesVersion)
  }

  @Test("carries what these documents compile to, as they compile now")
  func image() {
    let (program, diagnostics) = RuleSet(documents: embeddedRuleDocuments)
      .compiled(with: .standard)
    #expect(diagnostics.map(\.rendered) == [])
    let isSame = RuleSet.embedded.image(of: program) == Array(embeddedRulesImage.description.utf8)
    #expect(isSame)
  }
}

@Suite("embed-rules") struct EmbedRulesToolTests {
  private static let front = "# Rules\n\nreviewed through 2026-12-31 · covers from 1989-10-01\n"
  private static let section = "# § 9 Time\n\ninkassoloven (1988) § 9 · in force 1989-10-01 –\n"

  /// Runs the tool, which SwiftPM builds beside the tests, on a folder with one document and, if
  /// that is none, a front page.
  private func embed(_ bytes: [UInt8], as path: String) throws -> (code: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skikk-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.appending(path: "rules")
    let file = rules.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Self.front.utf8).write(to: rules.appending(path: "README.md"))
    try Data(bytes).write(to: file)
    let output = folder.appending(path: "Out.swift")
    let run = try Checkout.run("embed-rules", [rules.path, output.path], in: folder)
    let written = try? String(contentsOf: output, encoding: .utf8)
    return (run.code, written ?? run.errors.replacingOccurrences(of: folder.path + "/", with: ""))
  }

  @Test("writes the documents of nested folders under their relative paths")
  func nested() throws {
    let result = try embed(Array(Self.section.utf8), as: "inkasso loven/andre ledd/§ 9.md")
    #expect(result.code == 0)
    let text = Self.section.replacingOccurrences(of: "\n", with: "\\n")
    #expect(result.text.contains(#"  ("inkasso loven/andre ledd/§ 9.md", "\#(text)"),"#))
  }

  @Test("escapes all that could end, change or hide within a literal")
  func literal() throws {
    let text = "\\#(a) \\(b) \"\"\"# \0 \t \u{7F} \u{2028} \u{202E} e\u{301} \u{A0} å – §"
    let result = try embed(Array((Self.front + text).utf8), as: "README.md")
    let expected =
      ##"\\#(a) \\(b) \"\"\"# \u{0} \u{9} \u{7F} \u{2028} \u{202E} e\u{301} \u{A0} å – §"),"##
    #expect(result.code == 0, "\(result.text)")
    #expect(result.text.split(separator: "\n").contains { $0.hasSuffix(expected) })
  }

  @Test("refuses rules that do not compile, as a compiler does")
  func faults() throws {
    let rule = "\(Self.section)\n```skikk\nrule a-b · § 9\n  for each purrin\n```\n"
    let result = try embed(Array(rule.utf8), as: "a.md")
    #expect(result.code == 1)
    #expect(
      result.text == """
        rules/a.md:8:1: error: found the end of the block where `require`, `forbid` or `limit` was \
        expected
           8 | ```
             | ^ expected `require`, `forbid` or `limit`: a test

        """)
  }

  @Test(
    "refuses what a literal would change or leave out, and says where it stands",
    arguments: [
      ("a\nbc\r\n", "a.md", "rules/a.md:2:3: error: found a carriage return; "),
      ("\u{FEFF}a", "a.md", "rules/a.md:1:1: error: found a byte order mark; "),
      ("a", "b/a.markdown", "rules/b/a.markdown:1:1: error: found a file that is no document; "),
    ])
  func refuses(text: String, path: String, message: String) throws {
    let result = try embed(Array(text.utf8), as: path)
    #expect(result.code == 1 && result.text.hasPrefix(message), "\(result.text)")
  }

  @Test(
    "refuses bytes that are no characters, and says where they stand",
    arguments: [
      ([0xE5, 0x62], "found a byte that is not UTF-8; "),  // Latin-1
      ([0xE2, 0x80], "found a byte that is not UTF-8; "),  // cut off
      ([0xEF, 0xB7, 0x90], "found U+FDD0, "),  // a noncharacter
    ] as [([UInt8], String)])
  func encoding(bytes: [UInt8], message: String) throws {
    let result = try embed(Array("a\nå".utf8) + bytes, as: "a.md")
    #expect(result.code == 1)
    #expect(result.text.hasPrefix("rules/a.md:2:3: error: " + message), "\(result.text)")
  }

  @Test("hashes the same documents to the same number on every machine") func hash() throws {
    let result = try embed(Array(Self.section.utf8), as: "a.md")
    let hash = FNV.hash([("README.md", Self.front), ("a.md", Self.section)])
    #expect(result.text.contains("let embeddedRulesVersion = \"\(hash)\""))
  }
}

/// FNV-1a as its authors publish it, over path, 0, text, 0 of each document.
private enum FNV {
  static func hash(_ documents: [(path: String, text: String)]) -> String {
    var bytes: [UInt8] = []
    for document in documents {
      bytes += Array(document.path.utf8) + [0] + Array(document.text.utf8) + [0]
    }
    let offsetBasis: UInt64 = 14_695_981_039_346_656_037
    let hash = bytes.reduce(offsetBasis) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return String(("0000000000000000" + String(hash, radix: 16)).suffix(16))
  }
}
