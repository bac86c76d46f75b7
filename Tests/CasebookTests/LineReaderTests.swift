import Foundation
import Testing

@testable import Casebook

@Suite("Cutting inputs into cases")
struct LineReaderTests {
  /// Everything a reader gives for these bytes, fed through a pipe.
  private func documents(
    _ text: String, _ form: DocumentReader.Form, limit: Int = CaseReader.largestCase
  ) throws -> [DocumentReader.Document] {
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    let bytes = Data(text.utf8)
    let thread = Thread {
      writer.write(bytes)
      try? writer.close()
    }
    thread.start()
    var reader = DocumentReader(
      descriptor: pipe.fileHandleForReading.fileDescriptor, form: form, limit: limit)
    var found: [DocumentReader.Document] = []
    while let document = try reader.next() { found.append(document) }
    return found
  }

  @Test(
    "a case can be found again by the bytes it takes",
    arguments: [
      ("{\"a\":1}\n\n  \r\n{\"bø\":2}\r\n{}", DocumentReader.Form.lines),
      ("{\"a\":1}\n{\"b\":2}\n", .either), ("\n{\"a\":\n1}\n", .either),
      ("{\r\n\"a\":1}\n", .document),
      ("{} " + String(repeating: " ", count: 600_000) + "\n[1]\n", .lines),
    ])
  func extents(text: String, form: DocumentReader.Form) throws {
    let bytes = Array(text.utf8)
    func compact(_ text: some Sequence<UInt8>) -> [UInt8] {
      text.filter { ![0x20, 0x0A, 0x0D].contains($0) }
    }
    let found = try documents(text, form)
    #expect(!found.isEmpty)
    for document in found {
      #expect(compact(bytes[document.extent]) == compact(document.bytes))
    }
    for (earlier, later) in zip(found, found.dropFirst()) {
      #expect(earlier.extent.upperBound <= later.extent.lowerBound)
    }
  }

  private func texts(_ documents: [DocumentReader.Document]) -> [String] {
    documents.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("lines keep their numbers; empty ones are passed over, a last one needs no line feed")
  func lines() throws {
    let found = try documents("a\n\n \r\nb\r\nc", .lines)
    #expect(texts(found) == ["a", "b\r", "c"])
    #expect(found.map(\.line) == [1, 4, 5])
    #expect(try documents("", .lines).isEmpty)
    #expect(texts(try documents("a\n", .lines)) == ["a"])
  }

  @Test("a line longer than the buffer is whole; one over the limit is named, the rest is read")
  func longLines() throws {
    let long = String(repeating: "x", count: 700_000)
    let found = try documents("a\n\(long)\nb\n", .lines)
    #expect(found.map(\.bytes.count) == [1, 700_000, 1])
    let limited = try documents("a\n\(long)\nb\n", .lines, limit: 699_999)
    #expect(limited.map(\.isTooLarge) == [false, true, false])
    #expect(limited.map(\.line) == [1, 2, 3])
    #expect(try documents(long, .lines, limit: 700_000).map(\.isTooLarge) == [false])
  }

  @Test(
    "what fills what is read at once to the last byte is cut like anything else",
    arguments: [16_383, 16_384, 16_385, 32_768, 16_384 + 262_144, 16_385 + 262_144])
  func boundary(size: Int) throws {
    let found = try documents(String(repeating: "x", count: size - 1) + "\ny\nz", .lines)
    #expect(found.map(\.bytes.count) == [size - 1, 1, 1])
    #expect(found.map(\.extent) == [0..<size, size..<size + 2, size + 2..<size + 3])
    let whole = try documents(String(repeating: "x", count: size), .document)
    #expect(whole.map(\.bytes.count) == [size] && whole.map(\.extent) == [0..<size])
  }

  @Test("a document is everything, whatever its lines")
  func document() throws {
    let found = try documents("{\n\"a\": 1\n}\n", .document)
    #expect(texts(found) == ["{\n\"a\": 1\n}"])
    #expect(try documents("", .document).map(\.bytes) == [[]])
    #expect(try documents("{\n}\n", .document, limit: 2).map(\.isTooLarge) == [true])
  }

  @Test("standard input may hold one case over many lines or one on each")
  func either() throws {
    #expect(texts(try documents("\n{\"a\": {\n}}\n", .either)) == ["{\"a\": {\n}}"])
    #expect(try documents("\n{\"a\": {\n}}\n", .either).map(\.line) == [2])
    #expect(texts(try documents("{\"}\": 1}\n{}\n", .either)) == ["{\"}\": 1}", "{}"])
    #expect(try documents("", .either).count == 1)
  }

  @Test("a first line that is not whole is a case of its own where the next is a whole case")
  func brokenFirst() throws {
    let whole = "{\"x\": {}, \"format\": \"f\"}"
    let found = try documents("\n{\"a\": [\n\n\(whole)\n{}\n", .either)
    #expect(texts(found) == ["{\"a\": [", whole, "{}"])
    #expect(found.map(\.line) == [2, 4, 5])
    // An object on the second line that is no case belongs to the first, blank lines and all.
    let one = try documents("{\"a\": [\n\n{}\n]}\n", .either)
    #expect(texts(one) == ["{\"a\": [\n\n{}\n]}"])
  }

  @Test(
    "what ends without a line feed is the last",
    arguments: [DocumentReader.Form.lines, .either])
  func last(form: DocumentReader.Form) throws {
    #expect(try documents("{}\n{}", form).map(\.isLast) == [false, true])
    #expect(try documents("{}\n{}\n", form).map(\.isLast) == [false, false])
    #expect(try documents("{\n}", .document).map(\.isLast) == [true])
    #expect(try documents("{\n\n", .either).map(\.isLast) == [false])
  }

  @Test(
    "of what is compressed one line is enough",
    arguments: [DocumentReader.Form.lines, .either, .document])
  func compressed(form: DocumentReader.Form) throws {
    let (reader, writer) = (Pipe(), [UInt8]("\u{1F}".utf8) + [0x8B, 0x0A, 0x7B, 0x0A, 0x7D, 0x0A])
    try reader.fileHandleForWriting.write(contentsOf: Data(writer))
    try reader.fileHandleForWriting.close()
    var cases = DocumentReader(
      descriptor: reader.fileHandleForReading.fileDescriptor, form: form)
    let only = try #require(try cases.next())
    #expect(only.bytes == [0x1F, 0x8B])
    #expect(try cases.next()?.bytes == nil)
    #expect(throws: InputFault.self) { try CaseReader.standard.read(only, source: "s") }
  }

  @Test("a case is at hand when nothing has to be waited for") func atHand() throws {
    let pipe = Pipe()
    func write(_ text: String) throws {
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }
    var reader = DocumentReader(
      descriptor: pipe.fileHandleForReading.fileDescriptor, form: .lines)
    try write("{}\n \n[]\n \n{")
    #expect(!reader.hasCaseAtHand)
    #expect(try reader.next()?.bytes == Array("{}".utf8))
    #expect(reader.hasCaseAtHand)
    #expect(try reader.next()?.bytes == Array("[]".utf8))
    // An empty line is no case, and the rest of the last one has not come.
    #expect(!reader.hasCaseAtHand)
    try write("}\n")
    #expect(try reader.next()?.bytes == Array("{}".utf8))
  }

  @Test(
    "the name of a file says how cases stand in it",
    arguments: [
      ("a.ndjson", DocumentReader.Form.lines), ("a.JSONL", .lines), ("a.json", .document),
      ("ndjson", .document),
    ])
  func forms(name: String, form: DocumentReader.Form) {
    #expect(DocumentReader.Form(fileName: name) == form)
  }

  @Test("a faulty line of a stream is named by its line; what is too large is refused")
  func faults() throws {
    let sound = String(decoding: CaseWriter.json(of: try read(caseText())), as: UTF8.self)
    let found = try documents("\(sound)\n{}\n\(sound)", .lines, limit: sound.utf8.count)
    let faults = found.map { document -> String in
      do throws(InputFault) {
        _ = try CaseReader.standard.read(document, source: "s")
        return ""
      } catch {
        return error.description
      }
    }
    #expect(
      faults == ["", #"s:2:1: /: found no "format", expected a text, hint: add it"#, ""])
    let large = DocumentReader.Document(
      bytes: [], line: 7, extent: 0..<9, isTooLarge: true, isLast: false)
    #expect(throws: CaseReader.tooLarge(source: "s", line: 7)) {
      try CaseReader.standard.read(large, source: "s")
    }
  }

  @Test("a descriptor that cannot be read is an error, not an empty file")
  func unreadable() {
    var reader = LineReader(descriptor: -1)
    #expect(throws: LineReader.Failure.self) { try reader.next() }
  }
}
