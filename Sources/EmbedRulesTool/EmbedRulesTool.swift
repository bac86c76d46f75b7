import Foundation

/// `embed-rules RULES OUTPUT`: writes every `.md` below RULES into one Swift file.
///
/// Fails when a document is not UTF-8 or has carriage returns, because a string literal would
/// change it silently.
@main
struct EmbedRulesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw Failure("usage: embed-rules RULES OUTPUT") }
    let root = URL(filePath: arguments[1]).standardizedFileURL
    var text = """
      // Written by embed-rules from rules/ at build time. Do not edit.

      /// The documents of rules/ as they stood when the program was built, by relative path.
      let embeddedRuleDocuments: [(path: String, text: String)] = [

      """
    for url in try documents(below: root) {
      let path = String(url.path().dropFirst(root.path().count)).trimmingPrefix("/")
      text += "  (\(literal(String(path))), \(literal(try contents(of: url)))),\n"
    }
    text += "]\n"
    try text.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
  }

  static func documents(below root: URL) throws -> [URL] {
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found?.compactMap { ($0 as? URL)?.standardizedFileURL } ?? [])
      .filter { $0.pathExtension == "md" }
      .sorted { $0.path() < $1.path() }
  }

  static func contents(of url: URL) throws -> String {
    guard let text = String(validating: try Data(contentsOf: url), as: UTF8.self) else {
      throw Failure("\(url.path()): found bytes that are not UTF-8; save the file as UTF-8")
    }
    guard !text.utf8.contains(13) else {
      throw Failure("\(url.path()): found carriage returns; save the file with LF line ends")
    }
    return text
  }

  /// A one-line literal: the compiler reads it back to exactly the same text.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
