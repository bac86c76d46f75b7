import Casebook
import Files
import Reports
import Rulebook

/// The cases of a run, group by group: those against one debtor, of one creditor or of all.
///
/// All inputs are read before anything is judged. Of a case only its place is kept; a group is read
/// again when it is its turn.
struct GatheredCases<Worker: Sendable> {
  private let stream: CaseStream
  private let crew: Crew<Worker>
  private let progress: Progress?
  private var order: CaseOrder
  private let count: Int
  /// What could not be read.
  private(set) var unread: UnreadInputs

  /// Reads every case that a command line names once.
  /// - Parameters:
  ///   - invocation: the command line.
  ///   - rules: what rulings and choices in the cases may name.
  ///   - together: which cases come together.
  ///   - crew: who reads and judges.
  ///   - progress: tells how far the run is, where somebody looks.
  /// - Throws: `ScratchFault` when something that is not held in memory cannot be put aside.
  init(
    of invocation: Invocation, for rules: RuleFolder, together: Reach, by crew: Crew<Worker>,
    progress: Progress? = nil
  ) throws {
    let inputs = CaseInput.all(invocation.operands)
    stream = CaseStream(inputs, names: rules.names)
    (self.crew, self.progress) = (crew, progress)
    progress?.begin(.reading(inputs: inputs))
    let part = try invocation.part
    var finder = CaseFinder(
      inputs, part: part, terminal: invocation.terminal, progress: progress)
    let lane = Lane<Worker, [FoundCase]>(of: crew, most: 4)
    let reader = stream.reader
    try stream.forEachBatch { batch, input in
      switch batch {
      case .unread(let fault, let isCase):
        try lane.ask(cases: 0, bytes: 0) { _ in
          [isCase ? .rejected(fault) : .missing(fault)]
        }
      case .documents(let documents):
        let name = inputs[input].name
        try lane.ask(cases: documents.count, bytes: documents.size) { _ in
          documents.map {
            FoundCase(
              $0, of: input, name: name, by: reader, together: together, part: part)
          }
        }
      }
      try lane.makeRoom { try finder.add($0) }
    }
    try lane.finish { try finder.add($0) }
    unread = finder.unread
    count = finder.index.count
    order = try finder.index.inOrder()
  }

  /// Has every group judged, and calls `take` with what comes of each, in an order that the
  /// input's does not change.
  mutating func forEach<Result: Sendable>(
    _ judge: @escaping @Sendable (Worker, CaseGroup) -> Result, take: (Result) throws -> Void
  ) throws {
    let lane = Lane<Worker, [GroupJudged<Result>]>(of: crew, most: 4)
    progress?.begin(.judging(cases: count))
    func give(_ groups: [GroupJudged<Result>]) throws {
      for group in groups {
        for fault in group.lost { unread.note(fault, isCase: true) }
        progress?.add(cases: group.cases)
        if let result = group.result { try take(result) }
      }
    }
    while let batch = try nextBatch() {
      try lane.ask(cases: batch.cases, bytes: batch.bytes) { worker in
        batch.groups.map { GroupJudged($0, worker, judge) }
      }
      try lane.makeRoom(give)
    }
    try lane.finish(give)
  }

  /// The next groups that are judged by one worker; nil after the last.
  private mutating func nextBatch() throws -> GroupBatch<[CaseAgain]>? {
    var batch = GroupBatch<[CaseAgain]>()
    while !batch.isFull, let places = try order.nextGroup() {
      batch.add(
        places.map { stream.again($0) }, cases: places.count,
        bytes: places.reduce(0) { $0 + Int($1.length) })
    }
    return batch.groups.isEmpty ? nil : batch
  }
}

/// A group that was read again and judged.
private struct GroupJudged<Result: Sendable>: Sendable {
  let cases: Int
  /// Nil when nothing of the group could be read again.
  let result: Result?
  let lost: [UnreadInput]

  init<Worker>(
    _ again: [CaseAgain], _ worker: Worker, _ judge: (Worker, CaseGroup) -> Result
  ) {
    var (group, lost) = (CaseGroup(), [UnreadInput]())
    for one in again {
      if let file = one.file { group.append((file, one.name)) } else { lost.append(one.fault) }
    }
    cases = again.count
    result = group.isEmpty ? nil : judge(worker, group)
    self.lost = lost
  }
}

/// A case that has been read and is to be read once more.
struct CaseAgain: Sendable {
  fileprivate let name: String
  private let place: CasePlace
  private let handle: FileHandle?
  private let reader: CaseReader

  fileprivate init(_ place: CasePlace, in stream: CaseStream) {
    self.place = place
    name = stream.name(of: Int(place.input))
    handle = try? stream.open.handle(of: Int(place.input))
    reader = stream.reader
  }

  /// The case; nil when it is no longer what it was.
  fileprivate var file: CaseFile? {
    let bytes = try? handle?.read(upToCount: Int(place.length), at: place.offset)
    guard let bytes, bytes.count == place.length else { return nil }
    return try? reader.read(bytes, source: name, line: Int(place.line))
  }

  /// What to say where there is none.
  fileprivate var fault: UnreadInput {
    let message = "\(name):\(place.line): changed while it was read; run again"
    return UnreadInput(file: name, line: Int(place.line), message: message)
  }
}

extension CaseStream {
  fileprivate func again(_ place: CasePlace) -> CaseAgain { CaseAgain(place, in: self) }
}
