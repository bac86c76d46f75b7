import Testing

@testable import Casebook

@Suite("Whatever comes in")
struct FuzzTests {
  /// A generator with a fixed seed (SplitMix64), so that a failure can be repeated.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private static let scraps: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "-", "1e9", "\"none\"", "\n",
      "\u{0}",
      "\"type\":", "\"x-\":", "ø", "99999999999999999999", "\\ud800", "\"id\":\"e1\",",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xEF, 0xBB, 0xBF]]

  private static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...12, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: scraps.randomElement(using: &dice) ?? [], at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      }
    }
    return bytes
  }

  @Test(
    "a damaged case is read or refused at a place inside it, and what is read can be written",
    arguments: Examples.all)
  func damaged(document: Examples.Document) throws {
    var dice = Dice(state: UInt64(document.bytes.count))
    var refused = 0
    for _ in 0..<250 {
      let bytes = Self.mutated(document.bytes, &dice)
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      do throws(InputFault) {
        let file = try CaseReader.standard.read(bytes, source: "f")
        let again = try CaseReader.standard.read(CaseWriter.json(of: file), source: "written")
        #expect(CaseWriter.json(of: again) == CaseWriter.json(of: file))
      } catch {
        refused += 1
        #expect(error.file == "f", "\(error)")
        #expect((1...lines.count).contains(error.line), "\(error)")
        let line = error.line <= lines.count ? lines[error.line - 1].count : 0
        #expect((1...line + 1).contains(error.column), "\(error)")
        #expect(error.path.hasPrefix("/") && !error.description.contains("\n"), "\(error)")
      }
    }
    #expect(refused > 50)
  }

  @Test("trees of damaged JSON never crash, and print what they read")
  func trees() throws {
    var dice = Dice(state: 7)
    for document in Examples.all {
      for _ in 0..<100 {
        let bytes = Self.mutated(document.bytes, &dice)
        guard let tree = try? JSONTree(parsing: bytes) else { continue }
        #expect(try JSONTree(parsing: tree.json) == tree)
        #expect(try JSONTree(parsing: tree.prettyJSON) == tree)
      }
    }
  }

  /// The tree with keys and events shuffled.
  private static func shuffled(_ tree: JSONTree, _ dice: inout Dice, key: String = "") -> JSONTree {
    switch tree {
    case .object(let members):
      .object(
        members.map { JSONTree.Member($0.key, shuffled($0.value, &dice, key: $0.key)) }
          .shuffled(using: &dice))
    case .array(let elements):
      key == "events"
        ? .array(elements.map { shuffled($0, &dice) }.shuffled(using: &dice))
        : .array(elements.map { shuffled($0, &dice) })
    default: tree
    }
  }

  /// Each event as it would be written, in the order of the timeline.
  private static func timeline(_ file: CaseFile) throws -> [JSONTree] {
    let tree = try JSONTree(parsing: CaseWriter.json(of: file))
    let written = tree["events"]?.elements ?? []
    return file.events.compactMap { event in
      Int(file.pointer(to: event).dropFirst("/events/".count)).map { written[$0] }
    }
  }

  @Test("the order of keys and of events in the file means nothing", arguments: Examples.all)
  func shuffledFiles(document: Examples.Document) throws {
    var dice = Dice(state: 42)
    let tree = try JSONTree(parsing: document.bytes)
    let file = try CaseReader.standard.read(document.bytes, source: "f")
    for _ in 0..<5 {
      let bytes = Self.shuffled(tree, &dice).json
      let other = try CaseReader.standard.read(bytes, source: "shuffled")
      #expect(try Self.timeline(other) == Self.timeline(file))
      #expect(other.charges.count == file.charges.count)
      #expect(other.conflicts.map(\.name) == file.conflicts.map(\.name))
    }
  }

  @Test("a text of a million characters is read, and kept")
  func longText() throws {
    let text = String(repeating: "blåbær", count: 170_000)
    let file = try read(caseText(#"{"type":"call","text":"\#(text)"}"#))
    let word = try #require(file.vocabulary.word(named: "text"))
    #expect(file.text(file[file.events[0], word].first) == text)
  }

  @Test("twenty thousand events of one day are put in order")
  func manyEvents() throws {
    let events = (0..<20_000).map { number in
      #"{"type":"call","at":"2026-01-01T\#(10 + number % 10):00","seq":\#(number % 97)}"#
    }
    let file = try read(caseText(events.joined(separator: ",")))
    #expect(file.events.count == 20_000)
    let pairs = zip(file.events, file.events.dropFirst())
    #expect(pairs.allSatisfy { file.precedence(of: $0, to: $1) != .after })
  }
}
