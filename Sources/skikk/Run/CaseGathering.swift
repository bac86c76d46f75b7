import Audit
import Casebook

/// Cases that are held until all have been read, because rules look across those of one creditor
/// and one debtor.
struct CaseGathering {
  private var cases: [(file: CaseFile, source: String)] = []
  /// Places of the cases of each pair; those of a case that does not name both are its own.
  private var groups: [[Int]] = []
  private var groupOfPair: [String: Int] = [:]

  /// Takes in a case.
  mutating func add(_ file: CaseFile, source: String) {
    cases.append((file, source))
    let place = cases.count - 1
    guard let pair = Self.pair(of: file) else {
      groups.append([place])
      return
    }
    if let group = groupOfPair[pair] {
      groups[group].append(place)
    } else {
      groupOfPair[pair] = groups.count
      groups.append([place])
    }
  }

  /// The cases of each pair, in the order in which the first of each came.
  var pairs: [[(file: CaseFile, source: String)]] {
    groups.map { group in group.map { cases[$0] } }
  }

  /// A report for each case, in the order they came.
  func audited(by auditor: Auditor) -> [CaseReport] {
    var reports: [(place: Int, report: CaseReport)] = []
    for group in groups {
      let audited = auditor.audit(together: group.map { cases[$0] })
      for (place, report) in zip(group, audited) { reports.append((place, report)) }
    }
    return reports.sorted { $0.place < $1.place }.map(\.report)
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
