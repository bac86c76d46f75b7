import Audit
import Casebook

/// Where the cases of a run stand, and which of them belong together.
///
/// A run may have a million cases, and rules look across those of one creditor and one debtor, that
/// may stand anywhere. So a run reads its input twice: once for this index, once pair by pair.
struct CaseIndex {
  /// One case: its number, the pair it is of, and where it stands.
  private struct Entry {
    let number: String
    let pair: Int32
    let place: CasePlace
  }

  private var entries: [Entry] = []
  private var pairs: [String: Int32] = [:]
  private var count: Int32 = 0

  /// Takes in a case.
  /// - Parameters:
  ///   - file: the case.
  ///   - place: where it was read.
  ///   - alone: whether it is judged without others of its creditor and debtor.
  mutating func add(_ file: CaseFile, at place: CasePlace, alone: Bool = false) {
    let key = alone ? nil : Self.pair(of: file)
    let pair = key.flatMap { pairs[$0] } ?? count
    if pair == count { count += 1 }
    if let key { pairs[key] = pair }
    let number = file.identifier(of: file.root) ?? ""
    entries.append(Entry(number: number, pair: pair, place: place))
  }

  /// The places of the cases of each pair; a case that does not name both parties is on its own.
  ///
  /// Pairs come by their first case number and cases by their number, so that nothing depends on
  /// the order of the input.
  consuming func inOrder() -> [[CasePlace]] {
    pairs = [:]
    entries.sort { Self.precedes($0.number, $1.number) }
    var groups: [[CasePlace]] = []
    var groupOfPair = [Int32](repeating: -1, count: Int(count))
    for entry in entries {
      let pair = Int(entry.pair)
      if groupOfPair[pair] < 0 {
        groupOfPair[pair] = Int32(truncatingIfNeeded: groups.count)
        groups.append([])
      }
      groups[Int(groupOfPair[pair])].append(entry.place)
    }
    return groups
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The ids of creditor and debtor, which are compared as text; nil unless both are named.
  private static func pair(of file: CaseFile) -> String? {
    guard let creditor = id(of: "creditor", in: file), let debtor = id(of: "debtor", in: file)
    else { return nil }
    // No id holds a control character.
    return creditor + "\0" + debtor
  }

  private static func id(of party: String, in file: CaseFile) -> String? {
    let vocabulary = file.vocabulary
    guard let role = vocabulary.word(key: party), let word = vocabulary.word(key: "id") else {
      return nil
    }
    let slot = file[file.root, role]
    guard slot.state == .value else { return nil }
    let id = file[Thing(index: Int32(slot.first)), word]
    return id.state == .value ? file.text(id.first) : nil
  }
}
