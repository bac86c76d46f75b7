import Files
import FoundationEssentials

extension SettingsFile {
  /// The file of settings that holds for a case: in its folder or the nearest one above it, else in
  /// the working folder or the nearest one above that.
  /// - Parameter operand: what the command line names first, if that is a path.
  /// - Returns: its path, as short as it can be told; nil where there is none.
  static func path(for operand: String?) -> String? {
    let working = FileManager.default.currentDirectoryPath
    var folders = operand.flatMap { folder(of: $0, working) }.map(upwards) ?? []
    if !folders.contains(working) { folders += upwards(working) }
    let found = folders.map { $0 == "/" ? "/" + name : "\($0)/\(name)" }
      .first { FileStatus($0) != nil }
    return found.map { shown($0, from: working) }
  }

  /// The folder of a path, or itself if it is one; nil where nothing stands.
  private static func folder(of operand: String, _ working: String) -> String? {
    guard operand != "-" else { return nil }
    let path = plain(operand.hasPrefix("/") ? operand : working + "/" + operand)
    guard let status = FileStatus(path) else { return nil }
    return status.kind == .folder ? path : upwards(path).dropFirst().first
  }

  /// A folder and those above it, the nearest first.
  private static func upwards(_ folder: String) -> [String] {
    var folders = [folder]
    var path = folder[...]
    while let end = path.utf8.lastIndex(of: UInt8(ascii: "/")), path != "/" {
      path = end == path.startIndex ? "/" : path[..<end]
      folders.append(String(path))
    }
    return folders
  }

  /// A whole path without steps that stay (`.`) or go back (`..`).
  private static func plain(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step != ".." { steps.append(step) } else if !steps.isEmpty { steps.removeLast() }
    }
    guard !steps.isEmpty else { return "/" }
    return steps.reduce(into: "") { path, step in
      path += "/"
      path.append(contentsOf: step)
    }
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
