import Casebook
import Rulebook

/// Why a value is not known.
enum Cause: Hashable, Sendable {
  /// The file lacks a fact.
  case fact(Fact)
  /// The file shows no event of the list's kinds, and does not say that it is complete.
  case silence(KindSet, Thing?)
  /// The file says that it is incomplete for this kind of event.
  case incomplete(KindSet)
  /// A table has no row for the day.
  case table(TableID)
  /// No day is set on which a section comes into force; index in the program's commencements.
  case commencement(Int)
  /// The day lies after the last review of the rule set.
  case review
  /// An interpretation switch is open.
  case choice(ChoiceID)
  /// Only a person can judge; index of the rule.
  case ruling(Int)
  /// Which of two events of one day came first.
  case order(Thing, Thing)
  /// Two facts contradict each other; index in the file's conflicts.
  case conflict(Int)
  /// The law leaves it to judgement; index of the rule.
  case judgement(Int)
  /// Exceptions to one definition that hold at once, by name.
  case rivals([String])
  /// An amount or day grew too large to be exact.
  case overflow
}

/// Joins causes without repeating any; neither list has one twice.
func joined(_ left: [Cause], _ right: [Cause]) -> [Cause] {
  if right.isEmpty { return left }
  if left.isEmpty { return right }
  guard min(left.count, right.count) <= 16 else { return joined([left, right]) }
  return left + right.filter { !left.contains($0) }
}

/// Joins all causes of some values without repeating any.
func joined(_ causes: some Sequence<[Cause]>) -> [Cause] {
  var union = Distinct<Cause>()
  for more in causes { union.add(contentsOf: more) }
  return union.all
}
