import Casebook

extension Compiler {
  /// Every step is a type of event, and what is said of it are facts of that type.
  func checkSteps() {
    for step in program.steps {
      guard let kind = program.vocabulary.kind(named: step.type), kind.traits != nil else {
        let types = program.vocabulary.eventKinds.map(\.name)
        sink.report(
          Diagnostic(
            "`\(step.type)` is no type of event", at: step.span,
            label: nearestName(to: step.type, among: types).map { "did you mean `\($0)`?" } ?? ""))
        continue
      }
      for (name, value) in step.facts + step.charges.map({ ("charges", $0) }) {
        check(value, as: name, of: kind, step)
      }
    }
  }

  private func check(_ value: String, as name: String, of kind: ThingKind, _ step: StepPattern) {
    guard let field = kind.fields.first(where: { $0.name == name }) else {
      sink.report(
        Diagnostic(
          "`\(kind.name)` has no fact `\(name)`", at: step.span,
          help: "leave the cell empty, or name the column after a fact of the step"))
      return
    }
    guard let values = values(of: field.type), !values.contains(value) else { return }
    sink.report(
      Diagnostic(
        "`\(value)` is not one of the words of `\(name)`", at: step.span,
        label: nearestName(to: value, among: values).map { "did you mean `\($0)`?" } ?? ""))
  }

  /// The words of a closed list; of a list of charges, its kinds.
  private func values(of type: FieldType) -> [String]? {
    switch type {
    case .choice(let list): program.vocabulary[list].values
    case .list(.thing(let part)):
      program.vocabulary[part].fields.first { $0.name == "kind" }.flatMap { values(of: $0.type) }
    default: nil
    }
  }
}
