import Foundation
import PackagePlugin

/// Turns the top-level `rules/` folder into one Swift file of string literals, the documents and
/// what they compile to, so that the built program carries the law with it and runs wherever it is
/// moved.
///
/// SwiftPM asks this plugin anew only when files come or go in the folder of a target. The link
/// `rules` beside this file makes the top-level folder part of one; without it a document added to
/// `rules/` would not be embedded, and one taken away would break the build.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules", directoryHint: .isDirectory)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules+Generated.swift")
    return [
      .buildCommand(
        displayName: "Embedding the rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [rules.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files(below: rules),
        outputFiles: [output])
    ]
  }

  /// Every file and folder below a folder, dotfiles left out. Not documents alone: a file that is
  /// no document must run the tool too, which refuses it.
  private func files(below folder: URL) -> [URL] {
    let paths = FileManager.default.subpaths(atPath: folder.path(percentEncoded: false)) ?? []
    return paths.sorted()
      .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { folder.appending(path: $0) }
  }
}
