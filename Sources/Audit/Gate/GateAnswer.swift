public import Casebook
public import Rulebook
public import Values

/// What the rules say of a step before it is taken.
public struct GateAnswer: Sendable {
  /// The type of the step.
  public let step: String
  /// What reports call it.
  public let label: Label
  /// The day asked about.
  public let on: CivilDay
  /// Whether it may be taken then, as it is planned.
  public let allowed: Bool
  /// The first day on which it may be taken, with a deadline, charges and contents that are lawful
  /// then; nil where no day is until something else happens.
  public let earliest: CivilDay?
  /// The last day that was tried.
  public let searchedThrough: CivilDay
  /// The first lawful last day to pay, for a step on `earliest`; nil where the step has none.
  public let shortestDeadline: CivilDay?
  /// The most that may be charged by a step on `earliest`, of each kind, with what can be put right
  /// in it put right.
  public let largestCharges: [LargestCharge]
  /// When it may charge what is planned, where that is too much on `earliest`.
  public internal(set) var planned: PlannedCharges?
  /// What the step must contain, and what must be settled first.
  public let needs: [GateNeed]
  /// Whether something of the case that is not known, and not of the step alone, may yet forbid it.
  public internal(set) var isOpen = false
  /// The same of the first day on which it may be taken, what can be put right in it put right.
  public internal(set) var isEarliestOpen = false
  /// The days that the rules cover, where the day asked about is none of them: then nothing is
  /// promised, and the step is not allowed.
  public internal(set) var uncovered: Period?
}

/// The most that a step may charge of one kind, with what else it charges as planned, and with what
/// can be put right in the letter put right.
public struct LargestCharge: Sendable {
  /// The kind: `salaer`.
  public let kind: String
  /// What reports call it.
  public let label: Label
  /// The amount, in øre; nil where no rule is known to set a limit.
  public let amount: Ratio?
  /// The first lawful last day to pay of a step that charges so much, where that is later than that
  /// of the step as planned, and than a deadline that the plan sets.
  public let deadline: CivilDay?
  /// How much of the amount, in øre, is too much if what is not known of the case turns out so.
  public let atRisk: Ratio
}

/// What a step is planned to charge, where that is too much on the first day on which it may be
/// taken.
public struct PlannedCharges: Sendable {
  /// The charges: what reports call the kind, and what is planned of it, in øre.
  public let charges: [(label: Label, amount: Ratio)]
  /// The first day on which it may charge them, with a deadline and contents that are lawful then;
  /// nil where no day was found.
  public let earliest: CivilDay?
}

/// Something that a step must have, or that must be settled before it.
public struct GateNeed: Sendable {
  /// What sort of thing it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The letter must say it.
    case content
    /// It stands in the way on every day, until something else happens.
    case clearance
    /// A fact that the file, or the plan, does not have.
    case fact
    /// A person must judge.
    case judgement
    /// The law is open, or the rules end before the day.
    case law
  }

  /// What is to be said of it.
  public enum What: Sendable {
    /// What the letter lacks: words of the closed list of contents.
    case words([Shown])
    /// What a finding says.
    case sentence(Sentence)
    /// What could not be decided.
    case question(Undetermined)
  }

  /// The rule's id.
  public let rule: String
  /// The part of the rule, if it has parts.
  public let part: String?
  /// Where the rule comes from.
  public let law: LawPoint
  /// What sort of need it is.
  public let kind: Kind
  /// What is needed.
  public let what: What
  /// Ids of the claims it concerns.
  public let claims: [String]
}
