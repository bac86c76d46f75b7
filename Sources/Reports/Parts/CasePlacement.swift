/// Which part of a caseload a case is of, as `skikk parts` says it: `skikk-parts/1`.
public struct CasePlacement: Sendable {
  /// The part, from 1.
  public let part: Int
  /// The case number.
  public let id: String
  /// The file, as messages name it; `-` is standard input.
  public let source: String
  /// The line on which the case begins, 1-based.
  public let line: Int

  /// A case in its part.
  public init(part: Int, id: String, source: String, line: Int) {
    self.part = part
    self.id = id
    self.source = source
    self.line = line
  }

  /// A line of its own, as the schema has it.
  public var jsonLine: String {
    var writer = JSONWriter(compact: true)
    // No text of it is in a language.
    Self.shape.append(self, .en, &writer)
    return writer.takeLine()
  }

  static let shape = Shape<CasePlacement>.object(
    "placement", "A case and the part that it is of; one a line.",
    [
      .always("part", "The part, from 1.", .count) { one, _ in one.part },
      .always("case", "The case number.", .text) { one, _ in one.id },
      .always("source", "The file it stands in; - is standard input.", .text) { one, _ in
        one.source
      },
      .always("line", "The line on which it begins, from 1.", .count) { one, _ in one.line },
    ])
}

/// The JSON Schema of placements, made from the description the writer uses.
public enum PartsSchema {
  /// JSON Schema 2020-12, as `skikk schema parts` prints it.
  public static var text: String {
    guard case .object(let root) = CasePlacement.shape.schema else { return "" }
    return FindingsSchema.document("skikk-parts/1", root)
  }
}
