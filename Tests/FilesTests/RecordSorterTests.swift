import Files
import Foundation
import Testing

@Suite("Sorted records") struct RecordSorterTests {
  private static let folder = FileManager.default.temporaryDirectory.path

  /// What a sorter gives for records, with a budget.
  private static func sorted(_ records: [Record], budget: Int) throws -> [Record] {
    var sorter = RecordSorter(budget: budget, folder: folder)
    for record in records { try sorter.add(record) }
    var sorted = try sorter.sorted()
    var all: [Record] = []
    while let record = try sorted.next() { all.append(record) }
    return all
  }

  @Test(
    "come in the same order from files as from memory, and in that of the standard library",
    arguments: [1, 40, 100, 1_000, 10_000], 0..<5)
  func order(budget: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Few bytes and short keys, so that many begin alike, are equal, or are empty.
    let records = (0..<400).map { number in
      let key = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        [UInt8]([0, 1, 0x41, 0xFF]).randomElement(using: &random) ?? 0
      }
      return Record(key: key, value: Array("\(number)".utf8))
    }
    let expected = records.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset
        : left.element.key.lexicographicallyPrecedes(right.element.key)
    }.map(\.element)
    #expect(try Self.sorted(records, budget: budget) == expected)
    #expect(try Self.sorted(records, budget: .max) == expected)
  }

  @Test("may be larger than what is read at a time") func large() throws {
    let records = [3, 1, 2].map { (number: UInt8) in
      Record(key: [UInt8](repeating: number, count: 70_000), value: [number])
    }
    let sorted = try Self.sorted(records, budget: 1)
    #expect(sorted.map(\.value) == [[1], [2], [3]])
    #expect(sorted.map(\.key.count) == [70_000, 70_000, 70_000])
  }

  @Test("may be none") func none() throws {
    #expect(try Self.sorted([], budget: 1) == [])
  }

  @Test("say which folder cannot take them") func noFolder() throws {
    var sorter = RecordSorter(budget: 1, folder: "none/such")
    do {
      try sorter.add(Record(key: [1], value: []))
      Issue.record("there is no such folder")
    } catch {
      #expect(error.folder == "none/such")
      #expect(error.reason == "No such file or directory")
    }
  }

  @Test("leave no file behind that has a name") func names() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var sorter = RecordSorter(budget: 1, folder: folder.path)
    for number in 0..<10 { try sorter.add(Record(key: [UInt8(number)], value: [])) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    var sorted = try sorter.sorted()
    #expect(try sorted.next()?.key == [0])
  }
}
