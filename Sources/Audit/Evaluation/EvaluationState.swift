import Casebook
import Rulebook
import Values

/// What steps read and bind millions of times: the case at hand, the slots, the values kept.
///
/// It stands behind a pointer, because each access to a stored variable of a class is otherwise
/// checked for overlapping ones while running, which costs a tenth of the time of judging. Every
/// access here is a single read or write, and an evaluator belongs to one task.
@safe
final class EvaluationState {
  @unsafe
  private struct Cells {
    var file: CaseFile
    var index: CaseIndex
    var isBroken = false
    var isAlone = true
    var things: Int32 = 0
    var isTrying = false
    var hasManyCharges = false
    var isRecording = false
    var home: Thing
    var today: CivilDay
    var hasReadAccount = false
    var memo = Memo<Value>(.none)
    /// What holds while facts are being tried with values.
    var trial = Memo<Value>(.none)
    /// What holds as long as the money rules take nothing.
    var left = Memo<Value>(.none)
    var base = 0
    var top = 0
    var capacity = 1024
    /// Slots of all frames; those from the top on are `.none`.
    var slots: UnsafeMutablePointer<Value>
  }

  private let cells: UnsafeMutablePointer<Cells>

  init(_ file: CaseFile, _ index: CaseIndex, today: CivilDay) {
    let slots = UnsafeMutablePointer<Value>.allocate(capacity: 1024)
    unsafe slots.initialize(repeating: .none, count: 1024)
    unsafe cells = .allocate(capacity: 1)
    unsafe cells.initialize(
      to: Cells(file: file, index: index, home: file.root, today: today, slots: slots))
  }

  deinit {
    unsafe cells.pointee.slots.deinitialize(count: cells.pointee.capacity)
    unsafe cells.pointee.slots.deallocate()
    unsafe cells.deinitialize(count: 1)
    unsafe cells.deallocate()
  }

  var file: CaseFile {
    get { unsafe cells.pointee.file }
    set { unsafe cells.pointee.file = newValue }
  }
  var index: CaseIndex {
    get { unsafe cells.pointee.index }
    set { unsafe cells.pointee.index = newValue }
  }
  var isBroken: Bool {
    get { unsafe cells.pointee.isBroken }
    set { unsafe cells.pointee.isBroken = newValue }
  }
  var isAlone: Bool {
    get { unsafe cells.pointee.isAlone }
    set { unsafe cells.pointee.isAlone = newValue }
  }
  var things: Int32 {
    get { unsafe cells.pointee.things }
    set { unsafe cells.pointee.things = newValue }
  }
  var isTrying: Bool {
    get { unsafe cells.pointee.isTrying }
    set { unsafe cells.pointee.isTrying = newValue }
  }
  /// Whether a case that stands alone has so many charges that what they are asked is remembered.
  var hasManyCharges: Bool {
    get { unsafe cells.pointee.hasManyCharges }
    set { unsafe cells.pointee.hasManyCharges = newValue }
  }
  var isRecording: Bool {
    get { unsafe cells.pointee.isRecording }
    set { unsafe cells.pointee.isRecording = newValue }
  }
  var home: Thing {
    get { unsafe cells.pointee.home }
    set { unsafe cells.pointee.home = newValue }
  }
  var today: CivilDay {
    get { unsafe cells.pointee.today }
    set { unsafe cells.pointee.today = newValue }
  }
  var hasReadAccount: Bool {
    get { unsafe cells.pointee.hasReadAccount }
    set { unsafe cells.pointee.hasReadAccount = newValue }
  }
}

// Slots.
extension EvaluationState {
  /// Begins a frame of so many slots; returns where the outer one begins.
  func enter(_ slots: Int) -> Int {
    let outer = unsafe cells.pointee.base
    unsafe cells.pointee.base = cells.pointee.top
    unsafe cells.pointee.top += slots
    if unsafe cells.pointee.top > cells.pointee.capacity { grow() }
    return outer
  }

  /// Ends the frame.
  func leave(to outer: Int) {
    let (base, top) = unsafe (cells.pointee.base, cells.pointee.top)
    for place in base..<top { unsafe cells.pointee.slots[place] = .none }
    unsafe cells.pointee.top = base
    unsafe cells.pointee.base = outer
  }

  func bind(_ slot: Int, _ value: Value) {
    let place = unsafe cells.pointee.base + slot
    precondition(unsafe place < cells.pointee.capacity)
    unsafe cells.pointee.slots[place] = value
  }

  func bound(_ slot: Int) -> Value {
    let place = unsafe cells.pointee.base + slot
    precondition(unsafe place < cells.pointee.capacity)
    return unsafe cells.pointee.slots[place]
  }

  private func grow() {
    let old = unsafe cells.pointee.capacity
    var capacity = old * 2
    while unsafe capacity < cells.pointee.top { capacity *= 2 }
    let slots = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    unsafe slots.moveInitialize(from: cells.pointee.slots, count: old)
    unsafe (slots + old).initialize(repeating: .none, count: capacity - old)
    unsafe cells.pointee.slots.deallocate()
    unsafe cells.pointee.slots = slots
    unsafe cells.pointee.capacity = capacity
  }
}

// What definitions and sets of rules gave.
extension EvaluationState {
  func kept(_ key: MemoKey, readsLeft: Bool = false) -> Value? {
    if unsafe cells.pointee.isTrying { return unsafe cells.pointee.trial[key] }
    return unsafe readsLeft ? cells.pointee.left[key] : cells.pointee.memo[key]
  }

  func keep(_ value: Value, _ key: MemoKey, readsLeft: Bool = false) {
    if unsafe cells.pointee.isTrying {
      unsafe cells.pointee.trial.keep(value, key)
    } else if readsLeft {
      unsafe cells.pointee.left.keep(value, key)
    } else {
      unsafe cells.pointee.memo.keep(value, key)
    }
  }

  func forget() {
    unsafe cells.pointee.memo.clear()
    forgetLeft()
  }
  /// Forgets what depends on what the money rules have left.
  func forgetLeft() { unsafe cells.pointee.left.clear() }
  /// Forgets what was computed while facts were tried with values.
  func forgetTrial() { unsafe cells.pointee.trial.clear() }
}
