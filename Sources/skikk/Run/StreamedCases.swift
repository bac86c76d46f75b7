import Casebook
import Dispatch
import Files
import Reports
import Rulebook
import Values

/// The cases of standard input as they arrive, in their order.
///
/// Cases of one group that come one after the other are judged together, once the next case shows
/// that the group is whole, or the input ends: a pause does not cut a group. One that comes after
/// cases of another group is judged without those before them; that is counted.
struct StreamedCases<Worker: Sendable> {
  /// Cases that came one after the other and belong together.
  private struct Group {
    var cases: CaseGroup = []
    /// What they share.
    var key: String?
    var bytes = 0

    mutating func add(_ file: CaseFile, at place: CasePlace) {
      cases.append((file, "-"))
      bytes += Int(place.length)
    }
  }

  private let crew: Crew<Worker>
  private let reading: Lane<Worker, [ReadCase]>
  private let reader: CaseReader
  private let together: Reach
  private let part: CasePart
  private let progress: Progress?
  private var numbers: CaseNumbers
  private var groups: SeenKeys
  /// The group that has not ended yet.
  private var open = Group()
  /// What could not be read.
  private(set) var unread: UnreadInputs
  /// How many times cases of a group came after others, and were not judged with those before.
  private(set) var apart = 0

  /// The cases of standard input.
  /// - Parameters:
  ///   - invocation: the command line.
  ///   - rules: what rulings and choices in the cases may name.
  ///   - together: which cases come together.
  ///   - crew: who reads and judges.
  ///   - progress: tells how far the run is, where somebody looks.
  /// - Throws: `UsageFault` when `--part` names no part.
  init(
    of invocation: Invocation, for rules: RuleFolder, together: Reach, by crew: Crew<Worker>,
    progress: Progress?
  ) throws(UsageFault) {
    part = try invocation.part
    (self.crew, self.together, self.progress) = (crew, together, progress)
    reading = Lane(of: crew, most: 4)
    reader = CaseReader(vocabulary: .standard, names: rules.names)
    numbers = CaseNumbers(of: [.standardInput], folder: Scratch.folder)
    groups = SeenKeys(folder: Scratch.folder)
    unread = UnreadInputs(terminal: invocation.terminal)
  }

  /// Has every group judged, and calls `take` with what comes of each, in the order of the input.
  /// - Parameters:
  ///   - judge: what a worker does with a group.
  ///   - take: is given what came of each group.
  ///   - pause: called when everything that has come so far has been given on.
  /// - Throws: what `take` and `pause` throw, and `ScratchFault` when something that is not held in
  ///   memory cannot be put aside.
  mutating func forEach<Result: Sendable>(
    _ judge: @escaping @Sendable (Worker, CaseGroup) -> Result, take: (Result) throws -> Void,
    pause: () throws -> Void
  ) throws {
    let judging = Lane<Worker, [(cases: Int, result: Result)]>(of: crew, most: 4)
    let intake = Intake(news: crew.news)
    var hasEnded = false
    progress?.begin(.streaming)
    func ask(_ batch: GroupBatch<CaseGroup>) throws {
      guard !batch.groups.isEmpty else { return }
      try judging.ask(cases: batch.cases, bytes: batch.bytes) { worker in
        batch.groups.map { ($0.count, judge(worker, $0)) }
      }
    }
    /// Has groups judged that are whole, as far as they are known at once.
    func ask(_ groups: [Group]) throws {
      var batch = GroupBatch<CaseGroup>()
      for group in groups {
        batch.add(group.cases, cases: group.cases.count, bytes: group.bytes)
        guard batch.isFull else { continue }
        try ask(batch)
        batch = GroupBatch()
      }
      try ask(batch)
    }
    while !hasEnded || reading.open > 0 || judging.open > 0 {
      var isIdle = true
      while let groups = judging.ready() {
        isIdle = false
        for group in groups {
          progress?.add(cases: group.cases)
          try take(group.result)
        }
      }
      while !judging.isFull, let cases = reading.ready() {
        isIdle = false
        try ask(cases.flatMap { item in try whole(before: item) })
      }
      if !hasEnded, !reading.isFull, let arrival = intake.next() {
        isIdle = false
        hasEnded = try hasRead(arrival)
      }
      if hasEnded, reading.open == 0, !open.cases.isEmpty {
        isIdle = false
        try ask(closed())
      }
      guard isIdle else { continue }
      try pause()
      crew.news.wait()
    }
  }

  /// Has what arrived read; whether it was the end.
  private mutating func hasRead(_ arrival: Intake.Arrival) throws -> Bool {
    switch arrival {
    case .documents(let documents):
      try reading.ask(cases: documents.count, bytes: documents.size) { [reader] _ in
        documents.map { ReadCase($0, of: 0, name: "-", by: reader) }
      }
      return false
    case .failure(let failure):
      unread.note(unreadInput("-", "could not be read on: \(failure)"), isCase: true)
      return true
    case .end: return true
    }
  }

  /// Takes in the next case; the groups that are whole then.
  private mutating func whole(before item: ReadCase) throws -> [Group] {
    switch item {
    case .rejected(let fault): unread.note(fault, ofCaseFor: part)
    case .missing(let fault): unread.note(fault, isCase: false)
    case .read(let file, let place):
      progress?.add(bytes: Int(place.length))
      let heading = file.heading
      if let fault = try numbers.fault(of: heading.number, at: place) {
        unread.note(fault, ofCaseFor: part)
      } else if part.has(heading, together: together) {
        return try whole(before: file, heading.group(together: together), at: place)
      }
    }
    return []
  }

  private mutating func whole(
    before file: CaseFile, _ key: String?, at place: CasePlace
  ) throws -> [Group] {
    var whole: [Group] = []
    if key == nil || key != open.key {
      whole = closed()
      open.key = key
      let hash = key.map { ContentHash(of: $0).value }
      if let hash, try groups.note(hash, UInt64(place.line)) != nil { apart += 1 }
    }
    open.add(file, at: place)
    return key == nil ? whole + closed() : whole
  }

  /// The group that was open, if one was.
  private mutating func closed() -> [Group] {
    defer { open = Group() }
    return open.cases.isEmpty ? [] : [open]
  }
}
