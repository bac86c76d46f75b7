import Foundation

/// `embed-rules RULES OUTPUT`: writes every document below the folder RULES into one Swift file,
/// with the program they compile to.
///
/// Fails when there is anything wrong in the rules; when a document is not UTF-8 or has carriage
/// returns, because a string literal would change it silently; and on files that are no documents,
/// because they would be left out silently.
@main
struct EmbedRulesTool {
  static func main() {
    do throws(Failure) {
      let arguments = CommandLine.arguments
      guard arguments.count == 3 else { throw Failure("usage: embed-rules RULES OUTPUT") }
      let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
      let source = try generatedSource(
        Document.all(below: folder), in: folder.path(percentEncoded: false))
      try write(source, to: URL(filePath: arguments[2]))
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  /// Writes only what is new, so that an unchanged file does not have the rulebook compiled again.
  static func write(_ source: String, to file: URL) throws(Failure) {
    do {
      if let written = try? Data(contentsOf: file), written.elementsEqual(source.utf8) { return }
      try Data(source.utf8).write(to: file, options: .atomic)
    } catch {
      throw Failure("\(file.path(percentEncoded: false)): error: cannot be written: \(error)")
    }
  }
}

/// Why nothing was written, as `file:line:column: error: …` so that the build log links to it.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
