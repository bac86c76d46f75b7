import Foundation
import PackagePlugin

/// Turns the top-level `rules/` folder into one Swift file of string literals, so that the built
/// program carries the law with it and runs wherever it is moved.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules+Generated.swift")
    return [
      .buildCommand(
        displayName: "Embedding rules/",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [rules.path(), output.path()],
        inputFiles: documents(in: rules),
        outputFiles: [output])
    ]
  }

  private func documents(in folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "md" }
      .sorted { $0.path() < $1.path() }
  }
}
