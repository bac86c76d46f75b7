/// The name among `names` that was most likely meant by `name`, or nil when none is near.
///
/// Near is a third of the letters or fewer wrong, missing, superfluous or swapped with a neighbour,
/// or a different way of writing the same words (`due_date`, `dueDate`, `due-date`).
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  guard name.utf8.count <= 100 else { return nil }
  let letters = Array(plainLetters(name))
  var best: (name: String, distance: Int)?
  for candidate in names {
    let other = Array(plainLetters(candidate))
    let limit = max(1, min(letters.count, other.count) / 3)
    guard abs(letters.count - other.count) <= limit else { continue }
    let distance = editDistance(letters, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Lower-case letters and digits only, so that word boundaries do not count.
private func plainLetters(_ name: String) -> [Character] {
  name.lowercased().filter { $0.isLetter || $0.isNumber }
}

/// Damerau–Levenshtein distance (optimal string alignment).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var older: [Int] = []
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var least = min(
        previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        least = min(least, older[column - 1] + 1)
      }
      current.append(least)
    }
    (older, previous) = (previous, current)
  }
  return previous[right.count]
}
