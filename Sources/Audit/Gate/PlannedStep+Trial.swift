import Casebook
import Values

// How the case would stand, had the step been taken this way or that.
extension PlannedStep {
  /// The same trial in fewer words, so that what is the same is tried once.
  func plain(_ trial: Trial) -> Trial {
    var plain = trial
    switch trial.deadline {
    case .unstated where !hasDeadline: plain.deadline = .planned
    case .last(let day) where day == deadline(movedTo: trial.day): plain.deadline = .planned
    default: break
    }
    switch trial.charges {
    case .without(let kind) where !isPlanned(kind): plain.charges = .planned
    case .of(let kind, let ore) where isPlanned(kind) && chargeKinds[kind].planned == ore:
      plain.charges = .planned
    case .token where chargeKinds.allSatisfy({ $0.planned == 0 }): plain.charges = .none
    case .token where isTokenPlanned: plain.charges = .planned
    default: break
    }
    if trial.contents == .open, words.contents.allSatisfy({ file[event, $0].state == .absent }) {
      plain.contents = .planned
    }
    return plain
  }

  /// Whether what is planned is no more than a token of each kind.
  private var isTokenPlanned: Bool {
    chargeKinds.allSatisfy { $0.planned <= Self.token }
      && lines.count == chargeKinds.count { $0.planned > 0 }
  }

  private func isPlanned(_ kind: Int) -> Bool {
    lines.contains { Self.kind(of: $0, in: file, words).value == chargeKinds[kind].name }
  }

  /// The deadline as planned, moved along with the step.
  func deadline(movedTo day: CivilDay) -> CivilDay? {
    let stated = file.deadline(of: event)
    guard stated.state == .value, let planned = self.day else { return nil }
    return CivilDay(number: Int32(clamping: stated.first) + day.number - planned.number)
  }

  /// The case as it stands on a day, without the step.
  func without(on day: CivilDay) -> CaseFile {
    var variation = FileVariation(of: file)
    variation.extend(through: day)
    return variation.file(takingPlannedStep: false)
  }

  /// The case as it would stand, had the step been taken so.
  func taken(_ trial: Trial) -> CaseFile {
    var variation = FileVariation(of: file)
    variation.extend(through: trial.day)
    variation.move(event, to: trial.day)
    switch trial.deadline {
    case .planned: break
    case .unstated: setDeadline(.absent, in: &variation)
    case .last(let day): setDeadline(.value(Int64(day.number)), in: &variation)
    }
    switch trial.contents {
    case .planned: break
    case .open: for word in words.contents { variation.set(.absent, of: event, word) }
    case .empty: variation.set(.list(start: 0, count: 0), of: event, words.states)
    }
    charge(trial.charges, in: &variation)
    return variation.file(takingPlannedStep: true)
  }

  private func setDeadline(_ slot: Slot, in variation: inout FileVariation) {
    variation.set(slot, of: event, words.deadline)
    variation.set(.absent, of: event, words.deadlineDays)
  }

  private func charge(_ charges: Trial.Charges, in variation: inout FileVariation) {
    switch charges {
    case .planned: keep(lines, in: &variation)
    case .none: keep([], in: &variation)
    case .token:
      let kinds = chargeKinds.filter { $0.planned > 0 }
      for kind in kinds { set(min(Self.token, kind.planned), on: kind.line, in: &variation) }
      keep(kinds.map(\.line), in: &variation)
    case .without(let kind): keep(lines(without: kind), in: &variation)
    case .of(let kind, let ore):
      set(ore, on: chargeKinds[kind].line, in: &variation)
      keep(lines(without: kind) + [chargeKinds[kind].line], in: &variation)
    }
  }

  private func lines(without kind: Int) -> [Thing] {
    lines.filter { Self.kind(of: $0, in: file, words).value != chargeKinds[kind].name }
  }

  private func keep(_ charges: [Thing], in variation: inout FileVariation) {
    guard !charges.isEmpty || !file.charges(of: event).isEmpty else { return }
    variation.leave(charges, to: event)
    // A step that says nothing of charges is left to say nothing.
    if charges.isEmpty, lines.isEmpty, !saysCharges {
      variation.set(.absent, of: event, words.charges)
    }
  }

  private func set(_ ore: Int64, on line: Thing, in variation: inout FileVariation) {
    variation.set(.value(ore), of: line, words.amount)
    if file[line, words.vat].state == .value, file[line, words.vat].first > ore {
      variation.set(.value(ore), of: line, words.vat)
    }
  }
}
