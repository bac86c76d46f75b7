import Foundation
import Testing

@testable import Audit
@testable import Casebook
@testable import Reports
@testable import Rulebook

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever a case calls its claims, and whatever its file is called, a reader of each format gets
/// it back.
@Suite("Any text survives each format") struct AnyTextTests {
  /// Texts that formats trip over, and then texts of anything.
  static let texts: [String] = {
    var generator = SeededGenerator(seed: 20_261_123)
    let pieces: [String] = [
      "a", "ø", "😀", "\u{301}", "\"", "'", "]]>", "<!--", "&amp;", "%", "%0A", "%25", "::", ":",
      ",", ";", "\r", "\n", "\t", "\0", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFE}",
      "\u{FFFF}", "\u{FEFF}", "\\", "{0}", "=1+1", "+", "-", "@", "\u{202E}", " ", "  ",
    ]
    let random = (0..<400).map { _ in
      (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? pieces.randomElement(using: &generator) ?? ""
          : Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)).map(String.init)
            ?? ""
      }.joined()
    }
    return pieces + random
  }()

  /// A case in which a text stands wherever a case can put one.
  static func report(_ text: String) -> CaseReport {
    let said = Finding(
      rule: "r", part: nil, verdict: .breach, law: Sample.callAdvice.law, claims: [text],
      events: [
        EventReference(
          name: text, type: "call", label: .init(nb: "x", en: "x"), day: nil, path: "/events/0")
      ],
      message: Sentence(nb: [.value(.text(text))], en: [.value(.text(text))]),
      expected: .text(text),
      actual: nil, excess: nil, atRisk: nil, consequences: [], facts: [], values: [], choices: [],
      assumptions: [], day: nil, trace: [], fingerprint: "0123456789abcdef")
    return Sample.report(text, findings: [said], undetermined: [], source: "cases/a.json")
  }

  private static func write(_ format: ReportFormat, _ text: String) -> String {
    PipelineSnapshotTests.write(format, [report(text)])
  }

  @Test("JSON, a line each") func lines() throws {
    for text in Self.texts {
      let lines = Self.write(.ndjson, text).utf8.split(separator: UInt8(ascii: "\n"))
      try #require(lines.count == 1)
      let entry = try JSONReportTests.parsed(String(decoding: Data(lines[0]), as: UTF8.self))
      #expect(Self.isSame(entry["id"], text))
      let finding = (entry["findings"] as? [[String: Any]])?.first
      #expect(Self.isSame(finding?["message"], text))
      #expect(Self.isSame((finding?["claims"] as? [String])?.first, text))
    }
  }

  @Test("SARIF") func sarif() throws {
    for text in Self.texts {
      let log = try JSONReportTests.parsed(Self.write(.sarif, text))
      let run = (log["runs"] as? [[String: Any]])?.first
      let result = try #require((run?["results"] as? [[String: Any]])?.first)
      #expect(Self.isSame((result["message"] as? [String: Any])?["text"], text))
      #expect(Self.isSame((result["properties"] as? [String: Any])?["case"], text))
    }
  }

  @Test("URIs of files") func uris() {
    for text in Self.texts {
      let uri = SARIFLocation.uri(text)
      #expect(uri.wholeMatch(of: /(?:[A-Za-z0-9\-._~\/]|%[0-9A-F]{2})*/) != nil)
      #expect(Self.isSame(Percent.decoded(uri.unicodeScalars), text))
    }
  }

  @Test("CSV, beside an apostrophe that keeps a spreadsheet from running it") func csv() throws {
    for text in Self.texts {
      let rows = try CSVText.rows(Self.write(.csv, text))
      try #require(rows.count == 2 && rows[1].count == rows[0].count)
      let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
      let plain = text.replacing { $0 == "\0" }
      let guards: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
      let isGuarded = plain.unicodeScalars.first.map(guards.contains) ?? false
      let expected = isGuarded ? "'" + plain : plain
      for column in ["case", "message", "claims", "events"] {
        #expect(Self.isSame(row[column], expected), "\(column)")
      }
    }
  }

  @Test("XML, beside characters that XML has no way to write") func xml() throws {
    for text in Self.texts {
      let document = Self.write(.junit, text)
      let reader = XMLTexts()
      let parser = XMLParser(data: Data(document.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(text.debugDescription): \(parser.parserError as Any)")
      let plain = text.replacing { scalar in
        switch scalar {
        case "\t", "\n", "\r": false
        case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": true
        default: false
        }
      }
      #expect(
        reader.messages.contains {
          $0.unicodeScalars.elementsEqual(
            "\(plain) (\(Sample.callAdvice.law.citation))".unicodeScalars)
        })
    }
  }

  @Test("workflow commands, beside control characters") func commands() throws {
    for text in Self.texts {
      let lines = Self.write(.github, text).utf8.split(separator: UInt8(ascii: "\n"))
      try #require(lines.count == 2)
      let command = try #require(WorkflowCommand(String(decoding: Data(lines[0]), as: UTF8.self)))
      let plain = text.replacing(where: \.isControl)
      #expect(command.name == "error")
      #expect(
        Self.isSame(
          command.message, "\(plain) (\(Sample.callAdvice.law.citation))"))
      #expect(Self.isSame(command.properties["title"], "BREACH r: \(plain)"))
      #expect(command.properties["file"] == "cases/a.json")
    }
  }

  /// Scalar by scalar: two texts that only look alike are not the same.
  private static func isSame(_ read: Any?, _ written: String) -> Bool {
    (read as? String)?.unicodeScalars.elementsEqual(written.unicodeScalars) ?? false
  }
}

/// The messages of failures in an XML document.
private final class XMLTexts: NSObject, XMLParserDelegate {
  var messages: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "failure", let message = attributes["message"] { messages.append(message) }
  }
}

/// A workflow command, read as the runner reads it.
private struct WorkflowCommand {
  let name: String
  let properties: [String: String]
  let message: String

  init?(_ line: String) {
    let text = Array(line.unicodeScalars)
    guard text.starts(with: [":", ":"]),
      let end = (2..<text.count - 1).first(where: { text[$0] == ":" && text[$0 + 1] == ":" })
    else { return nil }
    let head = text[2..<end]
    guard let space = head.firstIndex(of: " ") else { return nil }
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    name = string(head[..<space])
    var properties: [String: String] = [:]
    for pair in head[(space + 1)...].split(separator: ",") {
      guard let sign = pair.firstIndex(of: "=") else { return nil }
      properties[string(pair[..<sign])] = Percent.decoded(pair[(sign + 1)...])
    }
    self.properties = properties
    guard let message = Percent.decoded(text[(end + 2)...]) else { return nil }
    self.message = message
  }
}

/// Text in which bytes stand by their number; Foundation's decoder loses U+FEFF.
private enum Percent {
  static func decoded(_ scalars: some Sequence<Unicode.Scalar>) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(scalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        bytes += Array(String(scalar).utf8)
        continue
      }
      let digits = rest.prefix(2).map(String.init).joined()
      guard let byte = UInt8(digits, radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// A reader of RFC 4180, by its grammar.
private enum CSVText {
  struct Fault: Error {}

  static func rows(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      row.append(try field(&rest))
      if rest.first == "," {
        rest.removeFirst()
      } else {
        guard rest.starts(with: ["\r", "\n"]) else { throw Fault() }
        rest.removeFirst(2)
        rows.append(row)
        row = []
      }
    }
    guard row.isEmpty else { throw Fault() }
    return rows
  }

  private static func field(_ rest: inout Substring.UnicodeScalarView) throws -> String {
    var field = String.UnicodeScalarView()
    guard rest.first == "\"" else {
      while let scalar = rest.first, scalar != ",", scalar != "\r", scalar != "\n" {
        guard scalar != "\"" else { throw Fault() }
        field.append(rest.removeFirst())
      }
      return String(field)
    }
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      guard scalar == "\"" else {
        field.append(scalar)
        continue
      }
      guard rest.first == "\"" else { return String(field) }
      field.append(rest.removeFirst())
    }
    throw Fault()
  }
}
