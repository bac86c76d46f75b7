import Foundation
import Testing

@testable import Casebook

@Suite("What is made from the vocabulary")
struct ReferenceTests {
  @Test("the reference page in the repository is the one that is generated")
  func page() throws {
    let url = Examples.repository.appending(path: "cases/README.md")
    let generated = CaseReference.markdown()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(generated.utf8).write(to: url)
      Issue.record("recorded; run again without RECORD")
    }
    let stored = (try? String(decoding: Data(contentsOf: url), as: UTF8.self)) ?? ""
    let lines = generated.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(stored.split(separator: "\n", omittingEmptySubsequences: false) == lines)
  }

  @Test("every key and every closed value stands on the page")
  func complete() {
    let page = CaseReference.markdown()
    for kind in Vocabulary.standard.kinds {
      for field in kind.fields { #expect(page.contains("| `\(field.key)` |"), "\(field.key)") }
    }
    for list in Vocabulary.standard.choiceLists where list.name != "event-type" {
      for value in list.values { #expect(page.contains("| `\(value)` |"), "\(value)") }
    }
  }

  let schema = try? JSONTree(parsing: CaseSchema.json())

  @Test("every reference of the schema leads to a definition")
  func references() throws {
    let schema = try #require(schema)
    let definitions = try #require(schema["$defs"])
    let references = Self.references(in: schema)
    #expect(references.count > 500)
    for reference in references {
      #expect(reference.hasPrefix("#/$defs/"))
      #expect(definitions[String(reference.dropFirst(8))] != nil, "\(reference)")
    }
  }

  private static func references(in tree: JSONTree) -> [String] {
    switch tree {
    case .array(let elements): elements.flatMap { references(in: $0) }
    case .object(let members):
      members.flatMap { member -> [String] in
        if member.key == "$ref" { return [member.value.text ?? "not a text"] }
        return references(in: member.value)
      }
    default: []
    }
  }

  @Test("the schema allows exactly the keys of each kind, and extensions")
  func keys() throws {
    let definitions = try #require(schema?["$defs"])
    for kind in Vocabulary.standard.kinds {
      let definition = try #require(definitions[kind.name])
      guard case .object(let members) = definition["properties"] else {
        Issue.record("\(kind.name) has no properties")
        continue
      }
      #expect(members.map(\.key) == kind.fields.map(\.key))
      #expect(definition["additionalProperties"] == .bool(false))
      #expect(definition["patternProperties"]?["^x-"] == .bool(true))
      let required = kind.fields.filter(\.isRequired).map { JSONTree.string($0.key) }
      #expect((definition["required"]?.elements ?? []) == required)
    }
    #expect(definitions["event"]?["allOf"]?.elements.count == Vocabulary.standard.eventKinds.count)
  }

  @Test("Foundation, too, reads the schema as JSON")
  func foundation() throws {
    let object = try JSONSerialization.jsonObject(with: Data(CaseSchema.json()))
    #expect((object as? [String: Any])?["$schema"] != nil)
  }

  @Test("the listing has an entry for each kind, each list, and the names of families")
  func listing() throws {
    let listing = VocabularyListing()
    for kind in Vocabulary.standard.kinds {
      let entry = try #require(listing.entry(kind.name))
      #expect(kind.fields.allSatisfy { entry.contains("  \($0.name) ") }, "\(kind.name)")
      #expect(listing.overview.contains("  \(kind.name) "))
    }
    #expect(listing.entry("channel")?.contains("digital-mailbox  digital postkasse") == true)
    #expect(listing.entry("letter")?.contains("  deadline ") == true)
    #expect(listing.entry("event")?.contains("  deadline ") == false)
    #expect(listing.entry("contact")?.contains("  automatic ") == true)
    #expect(listing.entry("party")?.contains("  id ") == true)
    #expect(listing.entry("lettre") == nil)
  }
}
