import Casebook
import Files
import FoundationEssentials

/// What `--format` says: which form, and the file unless it is standard output.
struct ReportWish<Format: Equatable>: Equatable {
  let format: Format
  let file: String?
}

extension Invocation {
  /// What `--format` asks for.
  /// - Parameters:
  ///   - formats: the forms that there are.
  ///   - standard: the form on standard output where the command line names none.
  /// - Returns: each form with where it goes; no two go to the same place.
  /// - Throws: `UsageFault` for a form that there is not, and for two in one place.
  func wishes<Format: RawRepresentable<String> & Equatable>(
    among formats: [Format], standard: Format
  ) throws(UsageFault) -> [ReportWish<Format>] {
    var wishes: [ReportWish<Format>] = []
    for value in values[Option.format.name] ?? [standard.rawValue] {
      let sides = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = formats.first(where: { $0.rawValue == sides[0] }) else {
        let known = formats.map(\.rawValue).joined(separator: ", ")
        throw .value(
          value, of: .format, expected: Label(nb: "en av: \(known)", en: "one of \(known)"),
          in: command.name)
      }
      let file = sides.count > 1 && sides[1] != "-" ? String(sides[1]) : nil
      if file?.isEmpty == true {
        throw .value(
          value, of: .format,
          expected: Label(nb: "et filnavn etter =", en: "the name of a file after ="),
          in: command.name)
      }
      wishes.append(ReportWish(format: format, file: file))
    }
    try checkPlaces(of: wishes.map(\.file))
    return wishes
  }

  /// That no two reports go to one place, and none over what is to be read.
  private func checkPlaces(of reports: [String?]) throws(UsageFault) {
    let beside = [Option.writeBaseline, .calendar].compactMap { self[$0] }.filter { $0 != "-" }
    let files = reports + beside
    let named = files.compactMap(\.self)
    if let input = named.first(where: isRead) {
      throw UsageFault(
        Label(
          nb: "en rapport kan ikke skrives over \(input), som skal leses",
          en: "a report cannot be written over \(input), which is to be read"),
        in: command.name)
    }
    let targets = files.map { $0.map(Self.place) }
    if let twice = targets.firstIndex(where: { file in targets.count { $0 == file } > 1 }) {
      let file = files[twice]
      throw UsageFault(
        Label(
          nb: "to rapporter kan ikke skrives til \(file ?? "standard ut")",
          en: "two reports cannot go to \(file ?? "standard output")"), in: command.name)
    }
  }

  /// Whether a file is to be read: a case, or in a folder of cases, or what the run goes by. A
  /// baseline may be written anew.
  private func isRead(_ file: String) -> Bool {
    guard FileStatus(file)?.kind == .regular else { return false }
    let (place, isBaseline) = (Self.place(file), file == self[.writeBaseline])
    let others = [isBaseline ? nil : self[.baseline], self[.config]].compactMap(\.self)
    if (operands + others).contains(where: { Self.place($0) == place }) { return true }
    let folders = operands.filter { FileStatus($0)?.kind == .folder }
    return folders.contains { place.hasPrefix(Self.place($0) + "/") } && CaseInput.isNamedCase(file)
  }

  /// A path in the one form in which two that lead to the same file are equal.
  private static func place(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
  }
}
