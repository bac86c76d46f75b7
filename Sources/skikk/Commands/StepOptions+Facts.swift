import Audit
import Casebook
import Reports
import Rulebook
import Values

// What the options say of a step has to be something that a case file could say of it.
extension Invocation {
  /// The roles that take a step: of a step that collectors take, those on their side.
  func roles(taking kind: ThingKind, among patterns: [StepPattern]) -> [String] {
    let roles = words(of: "by", in: kind)
    guard patterns.contains(where: { $0.type == kind.name }),
      let side = Vocabulary.standard.choiceLists.first(where: { $0.name == "side" })
    else { return roles }
    return roles.filter(side.values.contains)
  }

  /// That somebody who takes such steps takes the step.
  func check(
    role: String, of kind: ThingKind, by option: Option, _ patterns: [StepPattern]
  ) throws(UsageFault) {
    let roles = roles(taking: kind, among: patterns)
    guard !roles.contains(role) else { return }
    guard words(of: "by", in: kind).contains(role) else {
      throw .unknown(
        Label(nb: "rolle", en: "role"), role, among: roles, in: command.name
      ).caused(by: option, role)
    }
    let known = roles.joined(separator: ", ")
    throw .value(
      role, of: option,
      expected: Label(
        nb: "en av \(known): \(kind.name) er et steg i inkassoen",
        en: "one of \(known): \(kind.name) is a step of the collection"), in: command.name)
  }

  /// Reads what `--set` says as it would be read in a case: what is wrong with it is wrong in any
  /// case. What names something of a case waits for it.
  ///
  /// - Returns: the day that the step itself says, in `at`.
  func check(_ facts: [JSONTree.Member], of kind: ThingKind) throws(UsageFault) -> CivilDay? {
    guard has(.fact) else { return nil }
    let readable = facts.filter { fact in
      kind.fields.first { $0.key == fact.key }.map { !Self.names($0.type) } ?? true
    }
    do {
      let file = try StepDraft(type: kind.name, facts: readable).placed(in: Self.caseOfNothing())
      return file.planned.flatMap { file.day(of: $0) }
    } catch { throw fault(for: error) }
  }

  /// A case of which next to nothing is known.
  private static func caseOfNothing() throws(InputFault) -> CaseFile {
    let text = #"""
      {"format": "skikk-case/1", "id": "-", "debtor": {"id": "-", "kind": "consumer"},
       "claims": [{"id": "-"}], "events": []}
      """#
    return try CaseReader.standard.read(Array(text.utf8), source: "-")
  }

  /// Whether values of a type name something of a case.
  private static func names(_ type: FieldType) -> Bool {
    switch type {
    case .reference: true
    case .list(let member): names(member)
    case .thing(let kind): Vocabulary.standard[kind].fields.contains { names($0.type) }
    default: false
    }
  }

  /// What is wrong with a fact of the step, with the option in place of its path in a case.
  private func fault(for fault: InputFault) -> UsageFault {
    let path = fault.path.split(separator: "/").map(String.init)
    let key = path.count > 1 ? path[1] : nil
    let text = key.flatMap { key in
      values[Option.fact.name]?.first { $0.hasPrefix("\(key)=") }
    }
    let option = ["--\(Option.fact.name)", key].compactMap { $0 }.joined(separator: " ")
    return UsageFault(
      Label(
        nb: "fant \(fault.found) etter \(option); ventet \(fault.expected); \(fault.hint)",
        en: "found \(fault.found) after \(option); expected \(fault.expected); \(fault.hint)"),
      in: command.name
    ).caused(by: .fact, text ?? "")
  }
}
