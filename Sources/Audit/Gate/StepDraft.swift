public import Casebook

/// A step as a person describes it, to be put into a case: its type, its day and what it says.
public struct StepDraft: Sendable {
  /// The type of event: `inkassovarsel`.
  public var type: String
  /// Its facts by key, as a case file writes them: `by`, `deadline`, `states`.
  public var facts: [JSONTree.Member]
  /// What it newly charges: kinds, and amounts as a case file writes them.
  public var charges: [(kind: String, amount: String)]

  /// A step of a type.
  public init(
    type: String, facts: [JSONTree.Member] = [], charges: [(kind: String, amount: String)] = []
  ) {
    self.type = type
    self.facts = facts
    self.charges = charges
  }

  /// The case with this as its planned step; one that it has is replaced.
  /// - Throws: when the step cannot stand in a case file, with the path within `/planned`.
  public func placed(in file: CaseFile) throws(InputFault) -> CaseFile {
    try file.withPlanned(tree)
  }

  private var tree: JSONTree {
    var members = [JSONTree.Member("type", .string(type))]
    members += facts.filter { $0.key != "type" }
    if !charges.isEmpty { members.append(.init("charges", .array(charges.map(Self.charge)))) }
    return .object(members)
  }

  /// A charge of a kind, as a case file writes it.
  static func charge(_ charge: (kind: String, amount: String)) -> JSONTree {
    .object([.init("kind", .string(charge.kind)), .init("amount", .string(charge.amount))])
  }
}

extension CaseFile {
  /// The file with another planned step, read again as strictly as any.
  func withPlanned(_ step: JSONTree) throws(InputFault) -> CaseFile {
    try CaseReader.standard.read(CaseWriter.json(of: self, planning: step), source: "-")
  }

  /// The planned step as a case file writes it.
  func plannedTree() throws(InputFault) -> JSONTree? {
    guard let planned else { return nil }
    return try JSONTree(parsing: CaseWriter.json(of: planned, in: self))
  }
}
