import Rulebook

/// A compiled list, ready to be gone through.
final class ListPlan {
  /// Where members come from.
  enum Source {
    /// Everything of the kinds.
    case all
    /// What belongs to a thing: `thing`.
    case related(List.Relation)
    /// The members of a list that is written there: `inner`.
    case members
    /// The members of a list that a value gives: `thing`.
    case inside
  }

  /// A range in the order of events.
  final class Range {
    enum Form { case before, after, on, through, fromThrough, afterThrough }
    let form: Form
    let start: Step
    let end: Step
    /// Whether the ends are days, and not things.
    let startIsDay: Bool
    let endIsDay: Bool

    fileprivate init(_ form: Form, _ start: Step, _ end: Step) {
      (self.form, self.start, self.end) = (form, start, end)
      startIsDay = start.node.type == .day
      endIsDay = end.node.type == .day
    }
  }

  let list: List
  let kinds: KindSet
  let slot: Int
  let reach: Reach
  /// What its members are called: the first word, which is the only one of most lists.
  let noun: Callee?
  let otherNouns: [Callee]
  let source: Source
  /// What they belong to, or the list they stand in.
  let thing: Step?
  let inner: ListPlan?
  let range: Range?
  let condition: Step?
  /// What its members are called and the condition, as they are asked in brief.
  let test: MemberTest
  /// Where its members are kept; nil where they can be others another time.
  let memory: ListMemory?
  /// Whether anything is asked of what may be members.
  let narrows: Bool
  /// Whether its members are events.
  let isOfEvents: Bool
  /// Whether they are all events of its kinds of the case at hand.
  let isOfTimeline: Bool

  init(_ list: List, _ linker: Linker) {
    self.list = list
    kinds = list.kinds
    slot = list.slot
    reach = list.reach
    noun = list.nouns.first.map { linker.callee($0) }
    otherNouns = list.nouns.count > 1 ? list.nouns[1...].map { linker.callee($0) } : []
    condition = list.condition.map { linker.step($0) }
    test = Self.test(noun, otherNouns, condition)
    switch list.source {
    case .all: (source, thing, inner) = (.all, nil, nil)
    case .of(let thing, let relation):
      (source, self.thing, inner) = (.related(relation), linker.step(thing), nil)
    case .inside(let node):
      if case .members(let inner) = node.code {
        (source, thing, self.inner) = (.members, nil, linker.plan(inner))
      } else {
        (source, thing, inner) = (.inside, linker.step(node), nil)
      }
    }
    range = list.bound.map { Range($0, linker) }
    narrows = range != nil || condition != nil || !list.nouns.isEmpty
    memory = linker.memory(of: list)
    isOfEvents = list.kinds.isSubset(of: linker.words.eventKinds)
    isOfTimeline = linker.isOfTimeline(list)
  }
}

extension ListPlan {
  private static func test(
    _ noun: Callee?, _ others: [Callee], _ condition: Step?
  ) -> MemberTest {
    var test = condition.map { ConditionTest($0) } ?? MemberTest()
    for noun in others.reversed() { test = NounTest(noun, test) }
    return noun.map { NounTest($0, test) } ?? test
  }
}

extension ListPlan.Range {
  fileprivate convenience init(_ bound: List.Bound, _ linker: Linker) {
    switch bound {
    case .before(let end): self.init(.before, linker.step(end))
    case .after(let start): self.init(.after, linker.step(start))
    case .on(let day): self.init(.on, linker.step(day))
    case .through(let end): self.init(.through, linker.step(end))
    case .from(let start, let end):
      self.init(.fromThrough, linker.step(start), linker.step(end))
    case .afterThrough(let start, let end):
      self.init(.afterThrough, linker.step(start), linker.step(end))
    }
  }

  private convenience init(_ form: Form, _ edge: Step) { self.init(form, edge, edge) }
}
