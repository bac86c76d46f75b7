public import Values

/// Where in the law a rule comes from.
public struct LawPoint: Sendable {
  /// The source: `inkassoloven (1988)`.
  public let source: String
  /// The place within it: `§ 9(2) s. 1`.
  public let pinpoint: String
  /// The sections named by the pinpoint, without the sign.
  public let sections: [String]
  /// How sure the reading is: verbatim, circular, secondary, interpretation.
  public let confidence: String
  /// The public address.
  public let address: String?
  /// Source and place in one: `inkassoloven (1988) § 9(2) s. 1`.
  public var citation: String { "\(source) \(pinpoint)" }
}

/// What a rule says of a subject it does not find in order.
public enum RuleVerdict: String, Sendable, CaseIterable {
  /// A breach of a statute or regulation.
  case breach
  /// A breach of good practice.
  case practice
  /// Recommended practice was not followed.
  case advice
}

/// A rule: one or more limbs under one id. What is not needed to know whether it speaks of a case
/// is read when it is first asked for.
public final class Rule: Sendable {
  /// Its id.
  public let id: String
  /// Where it comes from and stands.
  let place: Later<Place>
  /// What is known of each of its limbs without reading it.
  public let outlines: [LimbOutline]
  /// Its limbs in order.
  public let limbs: Limbs

  init(id: String, place: Later<Place>, outlines: [LimbOutline], limbs: [Later<Limb>]) {
    self.id = id
    self.place = place
    self.outlines = outlines
    self.limbs = Limbs(parts: limbs)
  }

  convenience init(id: String, law: LawPoint, document: String, limbs: [Limb], span: Span) {
    self.init(
      id: id, place: Later(Place(law: law, document: document, span: span)),
      outlines: limbs.map { LimbOutline($0) }, limbs: limbs.map { Later($0) })
  }

  /// Where a rule comes from and stands.
  struct Place: Sendable {
    let law: LawPoint
    let document: String
    let span: Span
  }

  /// The limbs of a rule, each of which is read when it is first asked for.
  public struct Limbs: RandomAccessCollection, Sendable {
    let parts: [Later<Limb>]

    /// The index of the first limb.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { parts.count }
    /// A limb.
    public subscript(number: Int) -> Limb { parts[number].part }
  }

  /// Where it comes from.
  public var law: LawPoint { place.part.law }
  /// Path of its document.
  public var document: String { place.part.document }
  /// Where it is declared.
  public var span: Span { place.part.span }

  /// The same rule with other limbs.
  func with(_ limbs: [Limb]) -> Rule {
    Rule(
      id: id, place: place, outlines: limbs.map { LimbOutline($0) },
      limbs: limbs.map { Later($0) })
  }
}

/// What is known of a limb without reading it: whether a run, and a case, have any use for it.
public struct LimbOutline: Sendable {
  /// The verdict when a test fails.
  public let verdict: RuleVerdict
  /// Whether it takes money by a limit, on each day of account.
  public let isMoney: Bool
  /// Whether it takes money by making items void.
  let voids: Bool
  /// Whether it counts instead of judging.
  public let isMeasure: Bool
  /// Whether it reads what the money rules have left, and is judged after them.
  public let readsLeft: Bool
  /// What a case must show for it to have a subject.
  public let needs: LimbNeeds
}

extension LimbOutline {
  init(_ limb: Limb) {
    self.init(
      verdict: limb.verdict, isMoney: limb.isMoney,
      voids: limb.effects.contains { effect in
        if case .itemVoid = effect.form { !effect.atRisk } else { false }
      },
      isMeasure: limb.measure != nil, readsLeft: limb.readsLeft, needs: limb.needs)
  }
}

extension Rule {
  /// Whether it takes money: by a limit, or by making items void.
  public var takesMoney: Bool { outlines.contains { $0.isMoney || $0.voids } }
}

/// What a person has to say before a failed test is a verdict.
public enum Review: Sendable, CaseIterable {
  /// Nothing: the facts decide.
  case none
  /// The test asks for a ruling and is undetermined until there is one (`when confirmed`).
  case confirmation
  /// The limb speaks only where a person has ruled: no file can show its subject (`when raised`).
  case raising
}

/// An exception as it bears on one limb.
public struct LimbException: Sendable {
  /// Index in `Program.exceptions`.
  public let exception: Int
  /// The parts it sets aside; empty: all.
  public let parts: [String]
  /// The bound things it speaks of: slot, and the kinds it speaks of there.
  public let bound: [(slot: Int, kinds: KindSet)]
  /// When it sets the limb aside.
  public let condition: Node
}

/// One level of a limb's scope.
public struct ScopeStep: Sendable {
  /// Which members are gone through.
  public enum Way: Sendable, CaseIterable { case each, first, last }
  /// What is gone through.
  public enum Over: Sendable {
    case list(List)
    case rows(TableID, on: Node?, slot: Int, condition: Node?)
    /// Groups of members; each is bound to the slot.
    case groups(List, Grouping, slot: Int)
  }
  /// What makes a group.
  public enum Grouping: Sendable {
    /// All members together.
    case one
    /// Claims that share an item that meets these flags, one after the other.
    case lot([DefinitionID])
    /// Equal keys.
    case keys([Node])
  }
  /// Which members.
  public let way: Way
  /// Of what.
  public let over: Over

  /// The kinds of its members.
  var kinds: KindSet {
    switch over {
    case .list(let list), .groups(let list, _, _): list.kinds
    case .rows: .empty
    }
  }

  /// Flag definitions that it asks of its members, or of what they share.
  var nouns: [DefinitionID] {
    switch over {
    case .list(let list): list.nouns
    case .groups(let list, .lot(let nouns), _): list.nouns + nouns
    case .groups(let list, _, _): list.nouns
    case .rows: []
    }
  }
}

/// A test of a limb.
public struct Test: Sendable {
  /// What must hold.
  public enum Form: Sendable {
    case require(Node)
    case forbid(Node)
    case limit(MoneyLimit)
  }
  /// What must hold.
  public let form: Form
  /// Where it is written.
  public let span: Span
}

/// A ceiling on what may stand of some items.
public struct MoneyLimit: Sendable {
  /// The items: a bound one, or a list.
  public enum Items: Sendable {
    case bound(Int)
    case list(List)
  }
  /// The items.
  public let items: Items
  /// Their sum as charged.
  public let charged: Node
  /// The most that may stand.
  public let ceiling: Node
  /// The share of each claim of a group, with the slot of the claim.
  public let share: (slot: Int, value: Node)?
  /// How far above the ceiling is still accepted.
  public let tolerance: Node?
  /// Where it holds.
  public let condition: Node?
}

/// What follows from a failed test.
public struct Effect: Sendable {
  /// What kind of effect.
  public enum Form: Sendable {
    /// The amount above a limit is too much.
    case excess
    /// The whole amount of an item is too much.
    case itemVoid(Node)
    /// A declared consequence.
    case consequence(Int)
  }
  /// What kind of effect.
  public let form: Form
  /// Whether the law leaves it to judgement.
  public let atRisk: Bool
  /// Where it follows.
  public let condition: Node?
}

/// A piece of a message.
public enum MessagePart: Sendable {
  case text(String)
  case value(Node)
  /// `expected`, `actual`, `excess`, `lacking`, `limit`, `charged` of the failed test.
  case slot(String)
}

/// An exception to rules.
public struct RuleException: Sendable {
  /// Its name.
  public let name: String
  /// Where it comes from.
  public let law: LawPoint
  /// Where it is declared.
  public let span: Span
}

/// A limb asked by `meets`.
public struct MeetsTarget: Sendable {
  /// Index in `Program.rules`.
  public let rule: Int
  /// Index in `Rule.limbs`.
  public let limb: Int
  /// The slot that must hold the thing.
  public let slot: Int
}

/// A row of an examples table.
public struct Example: Sendable {
  /// Path of the case below `cases/`, without extension.
  public let caseName: String
  /// Changes to the case, as written.
  public let changes: [String]
  /// The day on which pending acts are taken to come into force.
  public let assumptions: [Assumption]
  /// The rule asked.
  public let rule: String
  /// The part asked, if one is named.
  public let part: String?
  /// The verdict expected.
  public let expected: String
  /// The excess expected, in øre.
  public let excess: Ratio?
  /// The amount at risk expected, in øre.
  public let atRisk: Ratio?
  /// Where the case was named.
  let casePlace: Span
  /// Where the rule is named.
  let rulePlace: Span
  /// Where the row stands.
  public let span: Span
}

extension Example {
  /// Says that its case is not there.
  public var missingCase: Diagnostic {
    Diagnostic(
      "there is no case `\(caseName)`", at: casePlace,
      help: "cases stand in `cases/`, by the id of the rule")
  }
}
