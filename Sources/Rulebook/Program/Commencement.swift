public import Values

/// A section of an act and the day it comes into force: a row of a table of commencement.
public struct Commencement: Sendable {
  /// The name of the table: `act26`.
  public let act: String
  /// The section, without the sign.
  public let section: String
  /// The day, or nil while it is pending.
  public internal(set) var day: CivilDay?
  /// Whether the day is assumed for a run, and not set by law.
  public internal(set) var isAssumed = false
  /// Where the row stands.
  public let span: Span
  /// As law lines name it: `act26 § 20`.
  public var name: String { "\(act) § \(section)" }
}

/// A day on which the pending sections of an act are taken to come into force: `act26=2027-01-01`.
public struct Assumption: Hashable, Sendable {
  /// The table of commencement.
  public let act: String
  /// The day.
  public let day: CivilDay

  /// An assumption.
  public init(act: String, day: CivilDay) {
    self.act = act
    self.day = day
  }
}

/// An assumption about an act that the rule set has no table of commencement for.
public struct UnknownAssumption: Error, Sendable {
  /// What was asked for.
  public let name: String
  /// The acts that there are.
  public let known: [String]
}

/// When a limb of a rule is in force: as written, and by the days of commencement of a run.
public struct Force: Sendable {
  /// The day from which something is in force.
  enum Beginning: Sendable {
    case day(CivilDay)
    /// Index in `Program.commencements`.
    case section(Int)
  }

  /// The period as written; every day where it begins with a section.
  public let written: Period
  /// The section whose commencement it begins with; index in `Program.commencements`.
  public let begins: Int?
  /// The beginnings of what takes its place.
  var replacedFrom: [Beginning] = []
  /// The period in this run; nil when there is no day in it.
  public private(set) var period: Period?
  /// The section it waits for, while that is pending; index in `Program.commencements`.
  public private(set) var awaits: Int?
  /// Whether the day it begins on is itself known beyond the last review, by table or assumption.
  public private(set) var isTrusted = false
  /// For a limit: the day from which charges belong to what takes its place.
  public private(set) var chargedBefore: CivilDay?

  /// Takes the days of commencement into account. A limit that is tested on each day of account
  /// goes on holding down what was charged before something else took its place.
  mutating func settle(_ all: [Commencement], reviewed: CivilDay, isOfAccount: Bool) {
    (period, awaits, isTrusted, chargedBefore) = (written, nil, false, nil)
    if let begins {
      guard let day = all[begins].day else {
        awaits = begins
        return
      }
      period = Period(from: max(day, written.from ?? day), through: written.through)
      isTrusted = all[begins].isAssumed || day > reviewed
    }
    let starts = replacedFrom.compactMap { beginning in
      switch beginning {
      case .day(let day): day
      case .section(let index): all[index].day
      }
    }
    guard let start = starts.min(), let standing = period else { return }
    if isOfAccount {
      chargedBefore = start
    } else {
      let last = (try? start.adding(days: -1)) ?? start
      period = Period(from: standing.from, through: min(last, standing.through ?? last))
    }
  }
}

extension Force {
  init(_ written: Period, begins: Int? = nil) {
    self.init(written: written, begins: begins, period: written)
  }
}

extension Program {
  /// The names that can be assumed, in order.
  public var acts: [String] {
    commencements.map(\.act).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The same rules, with pending sections taken to come into force on these days.
  /// - Throws: `UnknownAssumption` when an act has no table of commencement.
  public func assuming(_ assumptions: [Assumption]) throws(UnknownAssumption) -> Program {
    guard !assumptions.isEmpty else { return self }
    var program = self
    for assumption in assumptions {
      guard acts.contains(assumption.act) else {
        throw UnknownAssumption(name: assumption.act, known: acts)
      }
      for index in commencements.indices
      where commencements[index].act == assumption.act && commencements[index].day == nil {
        program.commencements[index].day = assumption.day
        program.commencements[index].isAssumed = true
      }
    }
    program.assumptions = assumptions.sorted { $0.act < $1.act }
    program.settleForce()
    return program
  }

  /// When what a law line stands over is in force.
  public func force(of law: LawLine) -> Force {
    let begins = law.begins.flatMap { name in
      commencements.firstIndex { $0.act == name.act && $0.section == name.section }
    }
    var force = Force(law.period, begins: begins)
    force.settle(commencements, reviewed: reviewedThrough, isOfAccount: false)
    return force
  }

  /// The pending sections that will take the place of something.
  public func pendingSuccessors(of force: Force) -> [Commencement] {
    force.replacedFrom.compactMap { beginning in
      guard case .section(let index) = beginning, commencements[index].day == nil else {
        return nil
      }
      return commencements[index]
    }
  }

  /// Whether a rule measures by a table that has no value yet: then nothing is above it or within.
  public func isWaiting(_ rule: Rule) -> Bool {
    var waits = false
    for limb in rule.limbs {
      limb.walk { node in
        guard case .lookup(let lookup) = node.code else { return }
        waits = waits || tables[lookup.table.rawValue].rows.isEmpty
      }
    }
    return waits
  }

  /// Gives every limb its period by the days of commencement.
  mutating func settleForce() {
    for index in rules.indices where rules[index].limbs.contains(where: \.dependsOnCommencement) {
      let rule = rules[index]
      rules[index] = rule.with(
        rule.limbs.map { $0.settled(commencements, reviewed: reviewedThrough) })
    }
  }
}
