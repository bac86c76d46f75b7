import Files
import Foundation
import Testing

@Suite("Keys that have been seen") struct SeenKeysTests {
  private static let folder = FileManager.default.temporaryDirectory.path

  @Test(
    "are known as a dictionary knows them, however few are held",
    arguments: [1, 2, 7, 64, 10_000], 0..<3)
  func known(limit: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var seen = SeenKeys(limit: limit, folder: Self.folder)
    var expected: [UInt64: UInt64] = [:]
    for note in 0..<UInt64(3_000) {
      // One in about three comes again; the ends of what a number can be are among them.
      let key =
        [UInt64.random(in: 0..<2_000, using: &random), .max - note % 900]
        .randomElement(using: &random) ?? 0
      #expect(try seen.note(key, note) == expected[key])
      if expected[key] == nil { expected[key] = note }
    }
    for key in Array(0..<UInt64(2_000)) + Array((UInt64.max - 900)..<UInt64.max) {
      #expect(try seen.noted(of: key) == expected[key])
    }
  }

  @Test("say which folder cannot take them") func noFolder() throws {
    var seen = SeenKeys(limit: 1, folder: "none/such")
    #expect(throws: ScratchFault.self) { try seen.note(1, 2) }
  }
}
