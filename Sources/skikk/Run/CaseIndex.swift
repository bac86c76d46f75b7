import Audit
import Casebook
import Files
import Rulebook

/// Where the cases of a run stand, and which of them belong together.
///
/// A run may have many million cases, and rules look across those of one debtor, that may stand
/// anywhere. So a run reads its input twice: once for this index, once group by group. What the
/// index does not hold in memory it sorts in files.
struct CaseIndex {
  /// The cases that may belong together, by the ids of the parties and the case number.
  private var together: RecordSorter
  /// All others, and then all: by the first case number of the group and the place in it.
  private var ordered: RecordSorter
  /// How many cases there are.
  private(set) var count = 0

  /// An index of no cases, which puts aside in a folder what it does not hold.
  init(folder: String) {
    together = RecordSorter(folder: folder)
    ordered = RecordSorter(folder: folder)
  }

  /// Takes in a case.
  /// - Parameters:
  ///   - number: the case number, which no other case has.
  ///   - group: the ids of the parties that the cases of its group share; nil when it is alone.
  ///   - place: where it stands.
  /// - Throws: `ScratchFault` when what is not held in memory cannot be put aside.
  mutating func add(_ number: String, group: String?, at place: CasePlace) throws(ScratchFault) {
    count += 1
    guard let group else { return try add(place, 0, ofGroupFrom: Array(number.utf8)) }
    var value = place.bytes
    value.append(number: Int32(group.utf8.count))
    try together.add(Record(key: Array(group.utf8) + [0] + Array(number.utf8), value: value))
  }

  private mutating func add(
    _ place: CasePlace, _ rank: UInt32, ofGroupFrom number: [UInt8]
  ) throws(ScratchFault) {
    // No case number holds a zero, which so ends it; the highest byte first, to be sorted.
    let key = number + [0] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rank >> $0) }
    try ordered.add(Record(key: key, value: place.bytes))
  }

  /// The places of the cases of each group.
  ///
  /// Groups come by their first case number and cases by their number, so that nothing depends on
  /// the order of the input.
  consuming func inOrder() throws(ScratchFault) -> CaseOrder {
    var records = try together.sorted()
    var (group, first, rank) = ([UInt8](), [UInt8](), UInt32(0))
    while let record = try records.next() {
      let length = Int(record.value.number(at: record.value.count - 4, as: Int32.self))
      let own = Array(record.key[..<length])
      if own != group || first.isEmpty {
        (group, first, rank) = (own, Array(record.key[(length + 1)...]), 0)
      }
      try add(CasePlace(record.value), rank, ofGroupFrom: first)
      rank += 1
    }
    return try CaseOrder(ordered.sorted())
  }
}

/// The groups of a run's cases, one by one.
struct CaseOrder {
  private var records: SortedRecords
  private var next: Record?

  fileprivate init(_ records: SortedRecords) throws(ScratchFault) {
    self.records = records
    next = try self.records.next()
  }

  /// The places of the cases of the next group; nil after the last.
  mutating func nextGroup() throws(ScratchFault) -> [CasePlace]? {
    guard let first = next else { return nil }
    let group = first.key.dropLast(4)
    var places: [CasePlace] = []
    while let record = next, record.key.dropLast(4) == group {
      places.append(CasePlace(record.value))
      next = try records.next()
    }
    return places
  }
}

extension CaseHeading {
  /// The ids of the parties that the cases of a group share, which are compared as text; nil
  /// unless all are named, when the case is alone.
  func group(together reach: Reach) -> String? {
    guard reach > .file, let debtor = debtorID else { return nil }
    guard reach == .pair else { return debtor }
    // No id holds a control character.
    return creditorID.map { $0 + "\0" + debtor }
  }
}
