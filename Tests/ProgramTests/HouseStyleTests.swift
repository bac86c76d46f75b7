import Foundation
import Testing

@Suite("The house") struct HouseStyleTests {
  /// The rooms from the bottom up; each may import only those before it.
  private static let rooms = [
    "Values", "Files", "Casebook", "Exchange", "Rulebook", "EmbeddedRules", "Sample", "Audit",
    "Reports", "skikk",
  ]
  /// What builds the rooms and stands outside them.
  private static let scaffolding = ["Bench", "BenchEmpty", "EmbedRulesPlugin", "EmbedRulesTool"]

  private static let swiftFiles = Checkout.texts.filter { $0.path.hasSuffix(".swift") }
  private static let sources = swiftFiles.filter { $0.path.hasPrefix("Sources/") }

  @Test("is found by these tests") func found() {
    #expect(Self.sources.contains { $0.path == "Sources/Values/CivilDay.swift" })
    #expect(Self.swiftFiles.contains { $0.path == "Tests/ProgramTests/HouseStyleTests.swift" })
    #expect(Checkout.texts.contains { $0.path == "Package.swift" })
  }

  @Test("has no source file over 350 lines") func fileLength() {
    let long = Self.sources.filter { $0.lines.count > 350 }
    #expect(long.map { "\($0.path): \($0.lines.count) lines" } == [])
  }

  @Test("has no source line over 100 columns") func lineLength() {
    #expect(places(in: Self.sources) { $0.count > 100 } == [])
  }

  @Test("leaves nothing for later and stops on no error that a caller could act on")
  func leftovers() throws {
    // Written in two halves, so that this file does not find itself.
    let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "try" + "!", "fatal" + "Error"]
    let found = places(in: Self.swiftFiles) { line in words.contains { line.contains($0) } }
    #expect(found == [])
  }

  @Test("has only the rooms it is planned to have") func rooms() throws {
    let folders = Set(Self.sources.compactMap { $0.path.split(separator: "/").dropFirst().first })
    #expect(folders.subtracting((Self.rooms + Self.scaffolding).map { $0[...] }) == [])
  }

  @Test("imports only from lower rooms") func imports() throws {
    let statement = /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?/
    let name =
      /import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(?<module>\w+)/
    var found: [String] = []
    for (index, room) in Self.rooms.enumerated() {
      let upper = Self.rooms[index...]
      let files = Self.sources.filter { $0.path.hasPrefix("Sources/\(room)/") }
      found += places(in: files) { line in
        guard let start = line.prefixMatch(of: statement),
          let module = line[start.range.upperBound...].prefixMatch(of: name)?.module
        else { return false }
        return upper.contains { $0 == module }
      }
    }
    #expect(found == [])
  }

  /// Loading it takes longer than judging a letter; `FoundationEssentials` does not.
  @Test("has no room that needs the whole of Foundation") func foundation() {
    let rooms = Self.sources.filter { file in
      !Self.scaffolding.contains { file.path.hasPrefix("Sources/\($0)/") }
    }
    #expect(places(in: rooms) { $0.hasSuffix("import Foundation") } == [])
  }

  /// Where bytes are read and written, and where cases are judged. An empty program, which the
  /// benchmark starts others with, must be no larger than it is.
  private static let unsafeGround = [
    "Casebook/Reading", "Files", "Audit", "Reports", "BenchEmpty",
  ].map { "Sources/\($0)/" }

  @Test("is unsafe only where it reads, judges and writes") func unsafety() {
    let others = Self.sources.filter { file in
      !Self.unsafeGround.contains { file.path.hasPrefix($0) }
    }
    let found = places(in: others) { line in
      let code = line[..<(line.firstRange(of: "//")?.lowerBound ?? line.endIndex)].lowercased()
      return code.contains("unsafe") || code.contains("@safe") || code.contains("unmanaged")
    }
    #expect(found == [])
  }

  @Test("stands on the toolchain alone") func dependencies() throws {
    let manifest = Checkout.texts.filter { $0.path == "Package.swift" }
    #expect(places(in: manifest) { $0.contains(".package" + "(") } == [])
  }

  @Test("has nothing at its top but what belongs there") func topLevel() throws {
    let expected = ["Package.swift", "Sources", "Tests", "rules", "cases", "README.md"]
    let strange = try Checkout.entries().filter { name in
      !expected.contains(name) && !name.hasPrefix("LICENSE") && !name.hasPrefix(".")
    }
    #expect(strange == [])
  }

  @Test("names no folder of anyone's machine") func machinePaths() throws {
    let folders = ["work", "tmp", "home", "root", "Users", "var/folders", "private/var"]
      .map { "/\($0)/" }
    // Not part of a longer path or of an address.
    let found = places(in: Checkout.texts) { line in
      folders.contains { folder in
        line.ranges(of: folder).contains { range in
          guard let before = line[..<range.lowerBound].last else { return true }
          return !before.isLetter && !before.isNumber && !"/.-_~}".contains(before)
        }
      }
    }
    #expect(found == [])
  }

  /// `file:line: text` of each line that a test objects to.
  private func places(in files: [Checkout.Text], where isWrong: (Substring) -> Bool) -> [String] {
    files.flatMap { file in
      file.lines.enumerated()
        .filter { isWrong($0.element) }
        .map { "\(file.path):\($0.offset + 1): \($0.element)" }
    }
  }
}
