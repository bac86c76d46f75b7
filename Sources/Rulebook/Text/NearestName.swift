/// The name closest to a misspelt one, or nil when none is close enough to be meant.
///
/// Counts insertions, deletions, replacements and swaps of neighbours; up to a third of the length.
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  var best: (name: String, distance: Int)?
  for candidate in names where candidate != name {
    let distance = editDistance(wanted, Array(candidate.utf8))
    if distance < best?.distance ?? max(2, wanted.count / 3 + 1) { best = (candidate, distance) }
  }
  return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var rows = [Array(0...right.count)]
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = rows[i][j] + (left[i] == right[j] ? 0 : 1)
      var least = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, rows[i - 1][j - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
