import Foundation
import Rulebook
import Testing

@testable import Casebook
@testable import skikk

@Suite("A caseload in parts") struct PartTests {
  /// Forty debtors in two files: three cases each, one of them with another creditor; two cases
  /// without a debtor's id, a line that is no case, and a case number that comes again.
  private static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    var lines: [String] = []
    for number in 0..<120 {
      // Neighbours in a file are of different debtors.
      let debtor = number % 40
      lines.append(
        collection("c-\(number)", debtor: "D-\(debtor)", creditor: number < 80 ? "C" : "E"))
    }
    lines.append(collection("c-3", debtor: "D-39", creditor: "C"))
    lines += [
      collection("alone-1", debtor: nil, creditor: "C"), "{\"format\": 1}", "",
      collection("alone-2", debtor: nil, creditor: "C"),
    ]
    try workshop.write(lines[..<70].joined(separator: "\n") + "\n", to: "lake/a.ndjson")
    try workshop.write(lines[70...].joined(separator: "\n") + "\n", to: "lake/b.ndjson")
    return workshop
  }

  private static func collection(_ id: String, debtor: String?, creditor: String) -> String {
    let debtor = debtor.map { "\"id\": \"\($0)\", " } ?? ""
    return """
      {"format": "skikk-case/1", "id": "\(id)", "creditor": {"id": "\(creditor)"}, \
      "debtor": {\(debtor)"kind": "consumer", "born": "1980-01-01"}, \
      "claims": [{"id": "F-1", "principal": 2000, "due": "2025-11-20"}], "events": [ \
      {"id": "p", "type": "purring", "date": "2025-12-05", "by": "creditor", "channel": "post", \
      "deadline": "2025-12-19", "charges": [{"kind": "purring-fee", "amount": 36, "vat": 0}]}]}
      """
  }

  private static func judged(
    _ workshop: borrowing Workshop, _ options: String...
  ) throws -> Workshop.Outcome {
    try workshop.run(
      Workshop.program,
      ["check", "--as-of=2026-02-01", "--format=ndjson"] + options + ["lake"])
  }

  private static func receipt(_ outcome: Workshop.Outcome) throws -> [String: Any] {
    let last = try #require(outcome.complaints.last)
    return try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
  }

  private static func counts(_ receipt: [String: Any]) throws -> [String: Int] {
    let counts = try #require(receipt["receipt"] as? [String: Any])
    return counts.compactMapValues { $0 as? Int }.filter { $0.key != "rules" }
  }

  @Test("gives the lines of the whole, each once, and receipts that add up", arguments: [1, 3, 16])
  func sameLines(count: Int) throws {
    let workshop = try Self.workshop()
    let whole = try Self.judged(workshop)
    var lines: [Substring] = []
    var complaints: [Substring] = []
    var sums: [String: Int] = [:]
    for number in 1...count {
      let part = try Self.judged(workshop, "--part=\(number)/\(count)")
      lines += part.output.split(separator: "\n")
      complaints += part.complaints.dropLast()
      let receipt = try Self.receipt(part)
      #expect(receipt["part"] as? String == "\(number)/\(count)")
      sums.merge(try Self.counts(receipt), uniquingKeysWith: +)
      #expect((part.code == 3) == (part.complaints.count > 1), "a part that tells of a broken line")
    }
    #expect(lines.sorted() == whole.output.split(separator: "\n").sorted() && lines.count == 122)
    #expect(complaints.sorted() == whole.complaints.dropLast().sorted() && complaints.count == 2)
    #expect(sums == (try Self.counts(Self.receipt(whole))) && sums["rejected"] == 2)
  }

  @Test("gives scorecards that merge into that of the whole, to the byte") func scorecards() throws
  {
    let workshop = try Self.workshop()
    let options = ["--as-of=2026-02-01", "--format=json", "lake"]
    let whole = try workshop.run(Workshop.program, ["score"] + options)
    for number in 1...4 {
      let part = try workshop.run(Workshop.program, ["score", "--part=\(number)/4"] + options)
      try workshop.write(part.output, to: "\(number).json")
    }
    let merged = try workshop.skikk(
      "score", "--merge", "--format=json", "4.json", "2.json", "1.json", "3.json")
    #expect(merged.code == 3 && merged.output == whole.output && whole.code == 3)
  }

  @Test("is told line by line, and those are the parts that --part judges") func told() throws {
    let workshop = try Self.workshop()
    let told = try workshop.skikk("parts", "--into=5", "lake")
    #expect(told.code == 3 && told.complaints.count == 1)
    #expect(told.errors.hasPrefix("lake/b.ndjson:53:"))
    var parts: [String: Int] = [:]
    for line in told.output.split(separator: "\n") {
      let one = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(one["case"] as? String)
      // The case number that comes again comes here, too; it is check that refuses it.
      if parts[id] == nil { parts[id] = one["part"] as? Int }
      if id == "c-71" {
        #expect(one["source"] as? String == "lake/b.ndjson" && one["line"] as? Int == 2)
      }
    }
    #expect(parts.count == 122 && Set(parts.values) == [1, 2, 3, 4, 5])
    for debtor in 0..<40 {
      let own = [debtor, debtor + 40, debtor + 80].map { parts["c-\($0)"] }
      #expect(Set(own).count == 1, "rules look across the creditors of D-\(debtor)")
    }
    let third = try Self.judged(workshop, "--part=3/5")
    for line in third.output.split(separator: "\n") {
      let id = try #require(line.split(separator: "\"").dropFirst(3).first)
      #expect(parts[String(id)] == 3)
    }
  }

  @Test("says in the report which part it is of") func named() throws {
    let workshop = try Self.workshop()
    func last(_ options: String...) throws -> Substring? {
      let outcome = try workshop.run(
        Workshop.program, options + ["--as-of=2026-02-01", "--part=2/7", "lake"])
      return outcome.output.split(separator: "\n").last { $0.hasSuffix("  2/7") }
    }
    #expect(try last("check") == "  Part            2/7")
    #expect(try last("check", "--lang=nb") == "  Del             2/7")
    #expect(try last("score")?.hasPrefix("  Part  ") == true)
  }

  @Test("tells of a file that cannot be read in every part, and counts it in the first")
  func missing() throws {
    let workshop = try Self.workshop()
    var rejected: [Int] = []
    for number in 1...3 {
      // The second can be opened, and not read.
      let outcome = try workshop.skikk(
        "check", "--format=ndjson", "--part=\(number)/3", "none.json", "/proc/self/mem")
      #expect(outcome.code == 3 && outcome.complaints.count == 3)
      #expect(outcome.errors.contains("none.json: found no such file"))
      #expect(outcome.errors.contains("/proc/self/mem: could not be read on: "))
      rejected.append(try Self.counts(Self.receipt(outcome))["rejected"] ?? -1)
    }
    #expect(rejected == [1, 0, 0])
  }

  @Test("is refused when it is none", arguments: ["0/3", "4/3", "3", "1/0", "a/b", "1/2/3", ""])
  func refused(part: String) throws {
    let workshop = try Self.workshop()
    for command in ["check", "score"] {
      let outcome = try workshop.skikk(command, "--part", part, "lake")
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(
        outcome.errors.hasPrefix(
          "skikk: found `\(part)` after --part; expected K/N, as 3/16, with at most 1000000 parts"))
    }
  }

  @Test("needs a number of parts", arguments: [nil, "0", "-1", "1000001", "x"])
  func number(text: String?) throws {
    let workshop = try Self.workshop()
    let option = text.map { ["--into=\($0)"] } ?? []
    let outcome = try workshop.run(Workshop.program, ["parts"] + option + ["lake"])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.contains(
        text == nil ? "expected --into N" : "expected a whole number from 1 to 1000000"))
  }
}

@Suite("The part of a case") struct CasePartTests {
  private func part(
    of id: String, debtor: String?, creditor: String? = "C", _ reach: Reach, among count: Int
  ) throws -> Int {
    let debtor = debtor.map { "\"id\": \"\($0)\", " } ?? ""
    let creditor = creditor.map { "\"creditor\": {\"id\": \"\($0)\"}, " } ?? ""
    let text = """
      {"format": "skikk-case/1", "id": "\(id)", \(creditor)\
      "debtor": {\(debtor)"kind": "consumer"}, \
      "claims": [{"id": "F-1", "principal": 2000, "due": "2025-11-20"}], "events": []}
      """
    let file = try CaseReader.standard.read(Array(text.utf8), source: "a.json")
    return CasePart(of: file.heading, among: count, together: reach).number
  }

  @Test("is that of its debtor, its pair or itself, as far as rules look") func reach() throws {
    let many = 100_000
    func part(_ id: String, _ debtor: String?, _ creditor: String?, _ reach: Reach) throws -> Int {
      try self.part(of: id, debtor: debtor, creditor: creditor, reach, among: many)
    }
    let debtor = try part("a", "D", "C", .debtor)
    #expect(try part("b", "D", "E", .debtor) == debtor)
    #expect(try part("b", "D", nil, .debtor) == debtor)
    #expect(try part("a", "E", "C", .debtor) != debtor)
    let pair = try part("a", "D", "C", .pair)
    #expect(try part("b", "D", "C", .pair) == pair)
    #expect(try part("a", "D", "E", .pair) != pair)
    let alone = try part("a", nil, "C", .debtor)
    #expect(try part("b", nil, "C", .debtor) != alone)
    #expect(try part("a", "D", nil, .pair) == alone)
    #expect(try part("a", "D", "C", .file) == alone)
  }

  @Test("is written as it is read") func text() {
    for count in 1...20 {
      for number in -1...(count + 1) {
        let part = CasePart("\(number)/\(count)")
        #expect((part != nil) == (1...count).contains(number))
        #expect(part.map(\.description) ?? "" == (part == nil ? "" : "\(number)/\(count)"))
      }
    }
    for text in ["", "/", "1", "1/", "/1", "1//2", "1/2/", " 1/2", "1/2 ", "1.0/2", "1e0/2", "½"] {
      #expect(CasePart(text) == nil, "\(text)")
    }
  }

  @Test("is the same for texts that Unicode holds for equal") func equal() throws {
    for (one, other) in [("D-\u{E9}", "D-e\u{301}"), ("\u{212A}-1", "K-1"), ("\u{37E}", ";")] {
      #expect(one == other)
      #expect(
        try part(of: "a", debtor: one, .debtor, among: 1_000_000)
          == part(of: "b", debtor: other, .debtor, among: 1_000_000))
    }
  }

  @Test("is the same on every machine and in every version") func stable() throws {
    // FNV-1a of `D-1` and `D-2` in 64 bits, its halves taken together, by the number of parts.
    #expect(try part(of: "a", debtor: "D-1", .debtor, among: 1000) == 345)
    #expect(try part(of: "a", debtor: "D-2", .debtor, among: 1000) == 666)
  }

  @Test("is as good as any other part", arguments: [2, 3, 16, 100]) func even(count: Int) throws {
    var sizes = [Int](repeating: 0, count: count)
    let all = 200 * count
    for number in 0..<all {
      sizes[try part(of: "a", debtor: "\(910_000_000 + number)", .debtor, among: count) - 1] += 1
    }
    // Two hundred in each, more or less: chance alone seldom strays by a third.
    #expect(
      sizes.allSatisfy { (130...270).contains($0) }, "\(sizes.min() ?? 0) \(sizes.max() ?? 0)")
  }
}
