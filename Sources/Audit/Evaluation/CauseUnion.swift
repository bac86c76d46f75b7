/// Causes without repeats, in the order in which they came.
///
/// A few are looked through; many, as where the order of a hundred letters of one day is open, are
/// told apart by their hashes.
struct CauseUnion {
  private(set) var causes: [Cause]
  /// The causes, once there are many.
  private var known: Set<Cause> = []
  private var isHashed = false

  private static let few = 16

  init(_ causes: [Cause] = []) { self.causes = causes }

  /// Takes in those that are not there yet.
  mutating func add(_ more: [Cause]) {
    if more.isEmpty { return }
    if causes.isEmpty {
      causes = more
      return
    }
    if more.count == causes.count, more == causes { return }
    for cause in more where isNew(cause) { causes.append(cause) }
  }

  private mutating func isNew(_ cause: Cause) -> Bool {
    if causes.count < Self.few { return !causes.contains(cause) }
    if !isHashed {
      known = Set(causes)
      isHashed = true
    }
    return known.insert(cause).inserted
  }
}

/// Joins causes without repeating any.
func joined(_ left: [Cause], _ right: [Cause]) -> [Cause] {
  if right.isEmpty { return left }
  if left.isEmpty { return right }
  guard left.count * right.count <= 64 else { return joined([left, right]) }
  var result = left
  for cause in right where !result.contains(cause) { result.append(cause) }
  return result
}

/// Joins all causes of some values without repeating any.
func joined(_ causes: some Sequence<[Cause]>) -> [Cause] {
  var union = CauseUnion()
  for more in causes { union.add(more) }
  return union.causes
}
