import FoundationEssentials

extension SettingsFile {
  /// The file of settings that holds for a case: in its folder or the nearest one above it, else in
  /// the working folder or the nearest one above that.
  /// - Parameter operand: what the command line names first, if that is a path.
  /// - Returns: its path, as short as it can be told; nil where there is none.
  static func path(for operand: String?) -> String? {
    let working = FileManager.default.currentDirectoryPath
    let start = operand.flatMap { folder(of: $0, working) }
    let folders = (start.map(upwards) ?? []) + upwards(working)
    let found = folders.map { $0 == "/" ? "/" + name : "\($0)/\(name)" }
      .first { FileManager.default.fileExists(atPath: $0) }
    return found.map { shown($0, from: working) }
  }

  /// The folder of a path, or itself if it is one; nil where nothing stands.
  private static func folder(of operand: String, _ working: String) -> String? {
    guard operand != "-" else { return nil }
    let url = URL(filePath: operand, relativeTo: URL(filePath: working + "/")).standardizedFileURL
    let path = plain(url.path(percentEncoded: false))
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return nil
    }
    return isFolder ? path : upwards(path).dropFirst().first
  }

  /// A folder and those above it, the nearest first.
  private static func upwards(_ folder: String) -> [String] {
    let steps = folder.split(separator: "/")
    return (0...steps.count).reversed().map { "/" + steps.prefix($0).joined(separator: "/") }
  }

  private static func plain(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// A path as short as it can be told: from the working folder where it stands in or above that.
  private static func shown(_ path: String, from working: String) -> String {
    for (depth, folder) in upwards(working).enumerated() {
      let start = folder == "/" ? "/" : folder + "/"
      guard path.hasPrefix(start), folder != "/" || working == "/" else { continue }
      return String(repeating: "../", count: depth) + path.dropFirst(start.count)
    }
    return path
  }
}
