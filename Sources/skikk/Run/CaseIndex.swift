import Audit
import Casebook
import Rulebook

/// Where the cases of a run stand, and which of them belong together.
///
/// A run may have a million cases, and rules look across those of one debtor, that may stand
/// anywhere. So a run reads its input twice: once for this index, once group by group.
struct CaseIndex {
  /// One case: its number, the group it is of, and where it stands.
  private struct Entry {
    let number: String
    let group: Int32
    let place: CasePlace
  }

  private let reach: Reach
  private var entries: [Entry] = []
  private var groups: [String: Int32] = [:]
  private var count: Int32 = 0

  /// An index of cases that come together so far.
  init(together reach: Reach) { self.reach = reach }

  /// Takes in a case that was read at a place.
  mutating func add(_ file: CaseFile, at place: CasePlace) {
    let key = Self.key(of: file, together: reach)
    let group = key.flatMap { groups[$0] } ?? count
    if group == count { count += 1 }
    if let key { groups[key] = group }
    let number = file.identifier(of: file.root) ?? ""
    entries.append(Entry(number: number, group: group, place: place))
  }

  /// The places of the cases of each group; a case that does not name its parties is on its own.
  ///
  /// Groups come by their first case number and cases by their number, so that nothing depends on
  /// the order of the input.
  consuming func inOrder() -> [[CasePlace]] {
    groups = [:]
    entries.sort { Self.precedes($0.number, $1.number) }
    var places: [[CasePlace]] = []
    var placeOfGroup = [Int32](repeating: -1, count: Int(count))
    for entry in entries {
      let group = Int(entry.group)
      if placeOfGroup[group] < 0 {
        placeOfGroup[group] = Int32(truncatingIfNeeded: places.count)
        places.append([])
      }
      places[Int(placeOfGroup[group])].append(entry.place)
    }
    return places
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The ids of the parties that cases share, which are compared as text; nil unless all are named.
  static func key(of file: CaseFile, together reach: Reach) -> String? {
    guard reach > .file, let debtor = file.debtorID(of: file.root) else { return nil }
    guard reach == .pair else { return debtor }
    // No id holds a control character.
    return file.creditorID(of: file.root).map { $0 + "\0" + debtor }
  }
}
