import Foundation

/// The files of the checkout that are not ignored, found without asking git, so that an unpacked
/// archive can be tested as well.
extension Checkout {
  /// A text file.
  struct Text {
    /// Path below the checkout.
    let path: String
    /// The lines, without their ends.
    let lines: [Substring]
  }

  /// Every text file that is not ignored. What is not UTF-8 is no text.
  static let texts: [Text] = {
    var files: [String] = []
    collect(below: "", into: &files)
    return files.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
        return nil
      }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return Text(path: path, lines: lines)
    }
  }()

  /// Names of the files and folders at the top, ignored ones left out.
  static func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))
      .filter { !isIgnored($0) }
  }

  /// Adds the files below a folder; links are left out, because what they lead to is found anyway.
  private static func collect(below folder: String, into files: inout [String]) {
    let url = folder.isEmpty ? root : root.appending(path: folder)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)))
    for name in names ?? [] where !isIgnored(name) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let values = try? root.appending(path: path).resourceValues(forKeys: [
        .isDirectoryKey, .isSymbolicLinkKey,
      ])
      if values?.isSymbolicLink == true { continue }
      if values?.isDirectory == true {
        collect(below: path, into: &files)
      } else {
        files.append(path)
      }
    }
  }

  /// Whether git leaves a file or folder of this name alone.
  private static func isIgnored(_ name: String) -> Bool {
    name == ".git"
      || ignored.contains { pattern in
        guard let star = pattern.firstIndex(of: "*") else { return name == pattern }
        return name.hasPrefix(pattern[..<star])
          && name.hasSuffix(pattern[pattern.index(after: star)...])
      }
  }

  /// The patterns of .gitignore: names in which one `*` may stand for anything.
  private static let ignored: [String] = {
    let text = try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { String($0.hasSuffix("/") ? $0.dropLast() : $0) }
  }()
}
