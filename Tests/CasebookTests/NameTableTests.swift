import Testing

@testable import Casebook

@Suite("The table of names") struct NameTableTests {
  private func find(_ name: String, in table: NameTable) -> Int {
    let bytes = Array("<\(name)>".utf8)
    return table.find(bytes, 1, bytes.count - 1, hash: NameTable.hash(Array(name.utf8)))
  }

  @Test("numbers names as they come, equal ones alike") func numbers() {
    let (table, numbers) = NameTable.numbering(["post", "email", "post", "", "sms", "email", ""])
    #expect(numbers == [0, 1, 0, 2, 3, 1, 2])
    #expect(table.count == 4)
    #expect(["post", "email", "", "sms"].map { find($0, in: table) } == [0, 1, 2, 3])
  }

  @Test("does not know what begins or ends like a name") func others() {
    let (table, _) = NameTable.numbering(["deadline", "deadlineDays"])
    #expect(
      ["dead", "Days", "deadlineDay", "deadlineDayss", ""].map { find($0, in: table) }
        == [-1, -1, -1, -1, -1])
  }

  @Test("finds a name of one word by that word, and no other") func words() {
    let names = ["", "a", "id", "type", "deadlin", "deadline", "deadlineDays"]
    let (table, _) = NameTable.numbering(names)
    for (number, name) in names.enumerated() {
      let text = Array(name.utf8)
      let word = Words.part(text, at: 0, before: text.count)
      #expect(
        table.find(word, length: text.count) == (text.count < 8 ? number : -1), "\(name)")
      // As if zeros stood behind it.
      #expect(table.find(word, length: text.count + 1) == -1, "\(name)")
    }
    #expect(table.find(Words.part(Array("typ".utf8), at: 0, before: 3), length: 3) == -1)
  }

  @Test("finds a name of two words by those, and no other") func twoWords() {
    let names = ["deadline", "deadlines", "deadlineDays", "interestFrom", "interestBeforeDue"]
    let (table, _) = NameTable.numbering(names)
    for (number, name) in names.enumerated() where name.utf8.count < 16 {
      let text = Array(name.utf8)
      let first = Words.whole(text, at: 0)
      let second = Words.part(text, at: 8, before: text.count)
      let hash = NameTable.hash(text)
      #expect(table.find(first, second, length: text.count, hash: hash) == number, "\(name)")
      #expect(table.find(first, second, length: text.count + 1, hash: hash) == -1, "\(name)")
      #expect(table.find(first, 1, length: max(text.count, 9), hash: hash) == -1, "\(name)")
    }
  }

  @Test("finds a name whatever stands behind it, to the end of the text") func ends() {
    let names = ["id", "deadlin", "deadline", "deadlines", "interestBeforeDue"]
    let (table, _) = NameTable.numbering(names)
    for (number, name) in names.enumerated() {
      for after in 0..<10 {
        let text = Array(("\"" + name + "\"" + String(repeating: "z", count: after)).utf8)
        let end = 1 + name.utf8.count
        #expect(
          table.find(text, 1, end, hash: NameTable.hash(Array(name.utf8))) == number, "\(name)")
      }
    }
  }

  @Test("finds each of many names, and none beside them") func many() {
    let names = (0..<3000).map { "n\($0 % 2000)" }
    let (table, numbers) = NameTable.numbering(names)
    #expect(table.count == 2000)
    #expect(numbers == (0..<3000).map { $0 % 2000 })
    #expect((0..<2000).allSatisfy { find("n\($0)", in: table) == $0 })
    #expect((2000..<4000).allSatisfy { find("n\($0)", in: table) == -1 })
  }

  @Test("has room for more names than were expected") func growth() {
    var numbers = NameNumbers(expecting: 0)
    let names = (0..<500).map { "name number \($0)" } + (0..<500).map { "n\($0)" }
    for (number, name) in names.enumerated() { #expect(numbers.number(of: name) == number) }
    for (number, name) in names.enumerated() { #expect(numbers.number(of: name) == number) }
    #expect(numbers.count == 1000)
    let table = numbers.table
    #expect(names.indices.allSatisfy { table.find(names[$0]) == $0 })
    #expect(table.find("name number 500") == -1 && table.find("") == -1)
  }
}
