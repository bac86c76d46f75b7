import Testing

@testable import Casebook

@Suite("The vocabulary of case files")
struct VocabularyTests {
  let vocabulary = Vocabulary.standard

  @Test("every kind is found under its own number and name, and no two share a name")
  func kinds() throws {
    #expect(Set(vocabulary.kinds.map(\.name)).count == vocabulary.kinds.count)
    #expect(vocabulary.kinds.count < 128)
    for (index, kind) in vocabulary.kinds.enumerated() {
      #expect(Int(kind.id.rawValue) == index)
      #expect(vocabulary.kind(named: kind.name)?.id == kind.id)
      #expect(!kind.meaning.isEmpty && !kind.label.nb.isEmpty && !kind.label.en.isEmpty)
    }
    #expect(vocabulary.kinds[0].role == .root)
  }

  @Test("no kind has two fields of one key, and each is reached by its word")
  func fields() {
    for kind in vocabulary.kinds {
      #expect(Set(kind.fields.map(\.key)).count == kind.fields.count, "\(kind.name)")
      for (slot, field) in kind.fields.enumerated() {
        #expect(vocabulary.slot(of: field.word, in: kind.id) == slot)
        #expect(vocabulary.words[Int(field.word.rawValue)].key == field.key)
        #expect(field.meaning.hasSuffix(".") && !field.absenceText.isEmpty, "\(field.key)")
        #expect((field.absence == .error) == field.isRequired)
      }
    }
  }

  @Test("the types of 2.8 are events, with the rank of the table")
  func eventTypes() {
    let ranks: [Int: Int] = [1: 13, 2: 10, 3: 17, 4: 19, 5: 4]
    var counted: [Int: Int] = [:]
    for kind in vocabulary.eventKinds { counted[kind.traits?.rank ?? 0, default: 0] += 1 }
    #expect(vocabulary.eventKinds.count == 63)
    #expect(counted == ranks)
    #expect(vocabulary.eventKinds.filter { $0.traits?.isLetter == true }.count == 13)
    #expect(vocabulary.eventKinds.filter { $0.traits?.isContact == true }.count == 3)
  }

  @Test(
    "words of the rule language are the keys in kebab-case",
    arguments: [
      ("deliveryValid", "delivery-valid"), ("byId", "by-id"), ("at", "at"),
      ("vatLiablePart", "vat-liable-part"), ("legalSteps", "legal-steps"),
    ])
  func names(key: String, name: String) {
    #expect(vocabulary.word(named: name) == vocabulary.word(key: key))
    #expect(vocabulary.word(named: name) != nil)
  }

  @Test("knows no field by a name that is written otherwise") func otherNames() {
    for name in ["deliveryValid", "delivery--valid", "-delivery-valid", "delivery-valid-", ""] {
      #expect(Vocabulary.standard.word(named: name) == nil, "\(name)")
    }
    #expect(Vocabulary.standard.word(named: "delivery-valid") != nil)
  }

  @Test("closed lists have distinct values and a label for each, in both languages")
  func choices() {
    #expect(Set(vocabulary.choiceLists.map(\.name)).count == vocabulary.choiceLists.count)
    for list in vocabulary.choiceLists {
      #expect(list.labels.count == list.values.count)
      #expect(Set(list.values).count == list.values.count, "\(list.name)")
      #expect(!list.labels.contains { $0.nb.isEmpty || $0.en.isEmpty })
      #expect(!list.values.contains("none"))
    }
  }

  @Test(
    "what the case format assumes is assumed, with its value",
    arguments: [
      ("claim", "purchased", Absence.assumed(0)), ("claim", "kind", .assumed(10)),
      ("claim", "service-kind", .assumedNone), ("claim", "joint-debtors", .assumedList([])),
      ("claim", "interest-before-due", .unknown), ("invoice", "delivery-valid", .unknown),
      ("complete", "payments", .assumed(1)), ("complete", "letters", .unknown),
      ("objection", "by", .assumed(3)), ("purring", "by", .unknown),
      ("call", "recipients", .assumedList([0])), ("call", "direction", .assumed(0)),
      ("opt-out", "against", .assumedList([0])), ("purring", "note", .nothing),
      ("payment", "amount", .error),
    ])
  func absences(kind: String, name: String, absence: Absence) throws {
    let kind = try #require(vocabulary.kind(named: kind))
    let word = try #require(vocabulary.word(named: name))
    #expect(vocabulary.field(word, of: kind.id)?.absence == absence)
  }

  @Test(
    "each group of `complete` speaks of the types of the case format",
    arguments: [
      ("inkassovarsel", "letters", true), ("final-statement", "settlements", true),
      ("answer", "objections", false), ("hold-end", "assessments", true),
      ("mail-return", "addresses", true), ("settlement", "plans", false),
      ("legal-warning", "letters", true), ("legal-result", "legalSteps", false),
      ("opt-out", "contacts", false), ("credit-note", "payments", false),
    ])
  func completeness(type: String, group: String, silent: Bool) throws {
    let traits = try #require(vocabulary.kind(named: type)?.traits)
    #expect(traits.completeness == group)
    #expect(traits.silentUnlessDeclared == silent)
  }
}
