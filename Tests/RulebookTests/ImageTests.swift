import EmbeddedRules
import Testing
import Values

@testable import Casebook
@testable import Rulebook

@Suite("The image of a program") struct ImageTests {
  private static let files = RuleSet.embedded.files(isRead: false)
  private static let version = RuleSet.embedded.version
  private static let compiled = RuleSet.embedded
    .compiled(with: .standard, readingExamples: false).program
  private static let bytes = RuleSet.embedded.image(of: compiled)

  private static func read(_ bytes: [UInt8]) throws(ImageFault) -> Program {
    try RuleImage.program(ImageBytes(bytes), files, version: version, for: .standard)
  }

  private static func ruleSet(_ image: some Sequence<UInt8>, version: String) -> RuleSet {
    RuleSet(
      documents: RuleSet.embedded.documents, in: "rules",
      built: (version, ImageBytes(Array(image))))
  }

  private static func fault(
    _ bytes: [UInt8], version: String = version, for vocabulary: Vocabulary = .standard
  ) -> ImageFault? {
    do throws(ImageFault) {
      _ = try RuleImage.program(ImageBytes(bytes), files, version: version, for: vocabulary)
      return nil
    } catch { return error }
  }

  @Test("is read back to the program it was written from, node by node") func roundTrip() throws {
    let program = try Self.read(Self.bytes)
    let isSame = RuleSet.embedded.image(of: program) == Self.bytes
    #expect(isSame)
    #expect(program.definitions.count == Self.compiled.definitions.count)
    #expect(program.definitions.count > 400)
  }

  /// Written apart from the image: what the compiler prints of every value.
  @Test("has every part of the program as compiled") func same() throws {
    let program = try Self.read(Self.bytes)
    let parts = [program, Self.compiled].map { Mirror(reflecting: $0).children }
    for (read, compiled) in zip(parts[0], parts[1])
    where !["unread", "readDocuments"].contains(read.label) {
      let isSame = shape(read.value) == shape(compiled.value)
      #expect(isSame, "\(read.label ?? "")")
    }
    #expect(shape(Self.compiled.rules[0]) != shape(Self.compiled.rules[1]))
  }

  @Test("shows the same lines of the same documents") func places() throws {
    let program = try RuleSet.embedded.built(for: .standard)
    let places = program.definitions.map(\.span.citation)
    #expect(places == Self.compiled.definitions.map(\.span.citation))
    #expect(program.documents.map(\.title) == Self.compiled.documents.map(\.title))
    #expect(program.documents.map(\.gates) == Self.compiled.documents.map(\.gates))
    let source = try #require(program.rules.first?.span.file)
    #expect(program.documents.contains { $0.source === source })
  }

  @Test("takes assumptions as the compiled program does") func assumptions() throws {
    let day = try #require(CivilDay("2027-01-01"))
    let assumed = [Assumption(act: "act26", day: day)]
    let read = RuleSet.embedded.image(of: try Self.read(Self.bytes).assuming(assumed))
    let isSame = read == RuleSet.embedded.image(of: try Self.compiled.assuming(assumed))
    #expect(isSame && read != Self.bytes)
  }

  @Test("is used where it belongs to the documents, and else they are compiled")
  func fallback() {
    let program = RuleSet.embedded.judging(with: .standard).program
    #expect(program.unread != nil && program.documents.count > 80)
    let damaged = Self.ruleSet(Self.bytes.dropLast(), version: Self.version)
    #expect(damaged.judging(with: .standard).program.unread == nil)
    let stale = Self.ruleSet(Self.bytes, version: "0123456789abcdef")
    #expect(stale.judging(with: .standard).program.unread == nil)
    let more = RuleSet.embedded.overlaid(with: RuleSet(documents: []))
    #expect(more.judging(with: .standard).program.rules.count == Self.compiled.rules.count)
    #expect(more.judging(with: .standard).program.unread == nil)
  }

  @Test("of other rules, of another vocabulary or of another form is not read")
  func stale() throws {
    let other = VocabularyBuilder.build(
      parts: PartDescription.caseParts + PartDescription.claimParts + PartDescription.amountParts,
      events: EventDescription.all.dropLast())
    #expect(Self.fault(Self.bytes, for: other) == .stale)
    #expect(Self.fault(Self.bytes, version: "0123456789abcdef") == .stale)
    var older = Self.bytes
    older[3] = UInt8(ascii: "x")
    #expect(Self.fault(older) == .stale)
  }

  @Test("that is cut off or has one bit wrong is refused") func damaged() {
    var dice = SeededGenerator(seed: 9)
    for length in 0..<60 { #expect(Self.fault(Array(Self.bytes[..<length])) != nil, "\(length)") }
    for _ in 0..<200 {
      let length = Int.random(in: Self.bytes.indices, using: &dice)
      #expect(Self.fault(Array(Self.bytes[..<length])) != nil, "\(length)")
    }
    for _ in 0..<300 {
      var bytes = Self.bytes
      let place = Int.random(in: bytes.indices, using: &dice)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      #expect(Self.fault(bytes) != nil, "\(place)")
    }
  }

  @Test("that is damaged under a checksum that holds never stops the program")
  func forged() throws {
    let inner = try #require(
      (0..<120).map { Array(Self.bytes.dropFirst($0)) }.first {
        (try? RuleImage.sealed($0, version: Self.version, for: .standard)) == Self.bytes
      })
    var dice = SeededGenerator(seed: 17)
    var refused = 0
    for _ in 0..<200 {
      var bytes = inner
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        let place = Int.random(in: bytes.indices, using: &dice)
        bytes[place] = UInt8.random(in: 0...127, using: &dice)
      }
      let image = try RuleImage.sealed(bytes, version: Self.version, for: .standard)
      do throws(ImageFault) {
        refused += try Self.read(image).unreadable
      } catch { refused += 1 }
    }
    #expect(refused > 200)
  }

  @Test("nested deeper than any expression is refused before the stack ends")
  func deep() {
    let nots = [UInt8](repeating: 41, count: 100_000)
    var reader = ImageReader(RuleImage(ImageBytes(nots), []), nots.span, at: 0)
    let node: Node? = try? reader()
    #expect(node == nil && reader.place < 1000)
  }
}

extension Program {
  /// How many parts that are read later cannot be.
  fileprivate var unreadable: Int {
    let limbs = rules.flatMap(\.limbs.parts)
    let whole = limbs.compactMap { try? $0.read() }
    let known = definitions.parts.compactMap { try? $0.read() }
    var count = limbs.count - whole.count + definitions.count - known.count
    count += known.count { (try? $0.value.read()) == nil }
    count += tables.count { (try? $0.content.read()) == nil }
    count += rules.count { (try? $0.place.read()) == nil }
    count += whole.count { (try? $0.steps.read()) == nil }
    count += whole.count { (try? $0.matter.read()) == nil }
    return count + whole.count { (try? $0.sentence.read()) == nil }
  }
}

/// A part that is read later, whatever it is.
private protocol Delayed {
  var whatever: Any { get }
}

extension Later: Delayed where Part: Imaged {
  fileprivate var whatever: Any { part }
}

/// Everything that a value is made of, as reflection shows it. Where the cells of a row stand is
/// left out, as only the compiler reads it.
private func shape(_ value: Any) -> String {
  if let file = value as? SourceFile { return file.path }
  if let later = value as? any Delayed { return shape(later.whatever) }
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return "\(value)" }
  let parts = mirror.children.filter { $0.label != "spans" && $0.label != "vocabulary" }
  return "(" + parts.map { "\($0.label ?? "")=\(shape($0.value))" }.joined(separator: ",") + ")"
}
