import Casebook
import Rulebook
import Values

extension Evaluator {
  /// A value, with what it rests on.
  func explained(_ compute: () -> Value) -> (value: Value, basis: AccountStatement.Basis) {
    let outer = recorder
    let recorder = Recorder(
      .grounds, text: { [linker] in linker.text(of: $0) },
      show: { [unowned self] in shown($0, $1) },
      describe: { [unowned self] in
        FactShown(path: place(file.pointer(to: $0), in: $0.thing), value: shown($0, $1, $2))
      })
    bindInFull()
    self.recorder = recorder
    let value = compute()
    self.recorder = outer
    var rows: Set<String> = []
    return (
      value,
      AccountStatement.Basis(
        values: recorder.values.filter { rows.insert($0.row).inserted },
        choices: recorder.choices.map { id in
          let choice = program.choices[id.rawValue]
          return ChoiceUsed(name: choice.name, reading: choice.shown(readings[id.rawValue]))
        }.sorted(),
        assumptions: recorder.assumptions, missing: missing(value.causes))
    )
  }

  /// What would settle a value, by path or name, sorted and without repeats.
  func missing(_ causes: [Cause]) -> [String] {
    let names = CauseNames(self)
    return Set(
      causes.flatMap { cause in
        names.missing([cause]).map { name in
          guard let thing = thing(of: cause) else { return name }
          return place(name, in: thing)
        }
      }
    ).sorted()
  }

  /// A path of a case; led by the case number when several are laid together.
  private func place(_ path: String, in thing: Thing) -> String {
    guard file.roots.count > 1, path.hasPrefix("/"),
      let id = file.identifier(of: file.root(of: thing))
    else { return path }
    return "\(id): \(path)"
  }

  /// A thing that a cause is about, in whose case its paths are.
  private func thing(of cause: Cause) -> Thing? {
    switch cause {
    case .fact(let fact): fact.thing
    case .order(let one, _): one
    case .conflict(let index): file.conflicts[index].facts.first?.thing
    default: nil
    }
  }
}
