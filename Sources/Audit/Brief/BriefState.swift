import Casebook
import Rulebook
import Values

/// Slots, lists and kept values of steps that are brief.
///
/// It stands behind a pointer for the reason that `EvaluationState` does. Lists lie one after the
/// other and are let go of together, when another case is turned to.
@safe
final class BriefState {
  @unsafe
  private struct Cells {
    var memo = Memo<Brief>(.none)
    /// What holds as long as the money rules take nothing.
    var left = Memo<Brief>(.none)
    /// The assignment that is being tried; none: zero.
    var trial = 0
    var base = 0
    var top = 0
    var capacity = 1024
    var slots: UnsafeMutablePointer<Brief>
    var end = 0
    var room = 4096
    var elements: UnsafeMutablePointer<Int64>
  }

  private let cells: UnsafeMutablePointer<Cells>
  /// Something that is not known; most of it is never looked at.
  private enum Unknown {
    /// What a file says that lacks a fact.
    case fact(Fact, FieldPlan.Absence)
    /// Which reading of the law is right.
    case choice(ChoiceID)
    case open(Open)
  }

  private var unknowns: [Unknown] = []
  /// What was computed while facts were tried with values.
  private var trials = BriefTrials()
  /// Groups of things that definitions have been asked of.
  private var groups: [BriefList] = []
  /// Whether a case says nothing that needs the full computation from the outset: facts that
  /// contradict each other, or that it is incomplete.
  var isOrderly = false

  init() {
    let slots = UnsafeMutablePointer<Brief>.allocate(capacity: 1024)
    unsafe slots.initialize(repeating: .none, count: 1024)
    let elements = UnsafeMutablePointer<Int64>.allocate(capacity: 4096)
    unsafe elements.initialize(repeating: 0, count: 4096)
    unsafe cells = .allocate(capacity: 1)
    unsafe cells.initialize(to: Cells(slots: slots, elements: elements))
  }

  deinit {
    unsafe cells.pointee.slots.deallocate()
    unsafe cells.pointee.elements.deallocate()
    unsafe cells.deinitialize(count: 1)
    unsafe cells.deallocate()
  }

  /// Turns to another case.
  func forget() {
    unsafe cells.pointee.memo.clear()
    unsafe cells.pointee.left.clear()
    unsafe cells.pointee.end = 0
    trials.forget()
    groups.removeAll(keepingCapacity: true)
    unknowns.removeAll(keepingCapacity: true)
  }

  /// What is not known, by its place.
  func open(_ place: Int32) -> Open {
    let open: Open
    switch unknowns[Int(place)] {
    case .open(let known): return known
    case .fact(let fact, let absence):
      open = Open(absence.span, mayBeNone: absence.mayBeNone, [.fact(fact)])
    case .choice(let id): open = Open(.flag, [.choice(id)])
    }
    unknowns[Int(place)] = .open(open)
    return open
  }

  /// Whether something that is not known is a flag, and nothing else.
  func isFlag(_ place: Int32) -> Bool {
    switch unknowns[Int(place)] {
    case .fact(_, let absence): absence.span.isFlag && !absence.mayBeNone
    case .choice: true
    case .open(let open): open.span.isFlag && !open.mayBeNone
    }
  }

  /// A place for something that is not known.
  func place(of open: Open) -> Int32 { place(.open(open)) }

  /// A place for a fact that the file lacks.
  func place(of fact: Fact, _ absence: FieldPlan.Absence) -> Int32 { place(.fact(fact, absence)) }

  /// A place for whether a choice, which is open, is set to some reading.
  func place(of choice: ChoiceID) -> Int32 { place(.choice(choice)) }

  private func place(_ unknown: Unknown) -> Int32 {
    unknowns.append(unknown)
    return Int32(unknowns.count - 1)
  }

  /// Forgets what depends on what the money rules have left.
  func forgetLeft() {
    unsafe cells.pointee.left.clear()
    trials.forgetLeft()
  }

  func kept(_ key: MemoKey, readsLeft: Bool) -> Brief? {
    let trial = trial
    if trial > 0 { return trials.kept(key, trial, readsLeft) }
    return unsafe readsLeft ? cells.pointee.left[key] : cells.pointee.memo[key]
  }

  func keep(_ value: Brief, _ key: MemoKey, readsLeft: Bool) {
    let trial = trial
    if trial > 0 {
      trials.keep(value, key, trial, readsLeft)
    } else if readsLeft {
      unsafe cells.pointee.left.keep(value, key)
    } else {
      unsafe cells.pointee.memo.keep(value, key)
    }
  }
}

// What passes.
extension BriefState {
  /// How much there is of lists and of what is not known.
  struct Mark {
    fileprivate let end: Int
    fileprivate let unknowns: Int
  }

  var mark: Mark { unsafe Mark(end: cells.pointee.end, unknowns: unknowns.count) }

  /// Lets go of what has been added since.
  func letGo(to mark: Mark) {
    unsafe cells.pointee.end = mark.end
    unknowns.removeLast(unknowns.count - mark.unknowns)
  }
}

// Trials.
extension BriefState {
  /// The assignment that is being tried; none: zero. The same one has the same number throughout a
  /// case.
  var trial: Int { unsafe cells.pointee.trial }

  /// Turns to what holds under an assignment.
  func turn(to assignment: Assignment) {
    let trial = trials.number(of: assignment)
    unsafe cells.pointee.trial = trial
  }

  /// Turns back to what is known.
  func turnBack() { unsafe cells.pointee.trial = 0 }
}

// Slots.
extension BriefState {
  /// Begins a frame of so many slots; returns where the outer one begins.
  func enter(_ slots: Int) -> Int {
    let outer = unsafe cells.pointee.base
    unsafe cells.pointee.base = cells.pointee.top
    unsafe cells.pointee.top += slots
    if unsafe cells.pointee.top > cells.pointee.capacity { growSlots() }
    return outer
  }

  /// Begins a frame whose slots are all free.
  func enterFree(_ slots: Int) -> Int {
    let outer = enter(slots)
    for slot in 0..<slots { bind(slot, .none) }
    return outer
  }

  /// Ends the frame.
  func leave(to outer: Int) {
    unsafe cells.pointee.top = cells.pointee.base
    unsafe cells.pointee.base = outer
  }

  /// How many slots the frame has.
  var frame: Int { unsafe cells.pointee.top - cells.pointee.base }

  func bind(_ slot: Int, _ value: Brief) {
    let place = unsafe cells.pointee.base + slot
    precondition(unsafe place < cells.pointee.capacity)
    unsafe cells.pointee.slots[place] = value
  }

  func bound(_ slot: Int) -> Brief {
    let place = unsafe cells.pointee.base + slot
    precondition(unsafe place < cells.pointee.capacity)
    return unsafe cells.pointee.slots[place]
  }

  private func growSlots() {
    let old = unsafe cells.pointee.capacity
    var capacity = old * 2
    while unsafe capacity < cells.pointee.top { capacity *= 2 }
    let slots = UnsafeMutablePointer<Brief>.allocate(capacity: capacity)
    unsafe slots.moveInitialize(from: cells.pointee.slots, count: old)
    unsafe (slots + old).initialize(repeating: .none, count: capacity - old)
    unsafe cells.pointee.slots.deallocate()
    unsafe cells.pointee.slots = slots
    unsafe cells.pointee.capacity = capacity
  }
}

// Lists.
extension BriefState {
  /// Room for a list of so many elements, which `put` fills.
  func room(for count: Int) -> Int32 {
    let start = unsafe cells.pointee.end
    unsafe cells.pointee.end += count
    if unsafe cells.pointee.end > cells.pointee.room { growElements() }
    return Int32(start)
  }

  /// An element of a list.
  subscript(list: BriefList, place: Int32) -> Int64 {
    precondition(place < list.count)
    return element(list.start + place)
  }

  /// The thing that a member of a list is.
  func thing(_ place: Int32) -> Int32 { Int32(truncatingIfNeeded: element(place)) }

  func element(_ place: Int32) -> Int64 {
    precondition(unsafe place >= 0 && Int(place) < cells.pointee.room)
    return unsafe cells.pointee.elements[Int(place)]
  }

  func put(_ element: Int64, _ place: Int32) {
    precondition(unsafe place >= 0 && Int(place) < cells.pointee.room)
    unsafe cells.pointee.elements[Int(place)] = element
  }

  /// A list of these.
  func list(_ elements: some Collection<Int64>) -> BriefList {
    let start = room(for: elements.count)
    var place = start
    for element in elements {
      put(element, place)
      place += 1
    }
    return BriefList(start: start, count: Int32(elements.count))
  }

  /// A list of one.
  func list(of element: Int64) -> BriefList {
    let start = room(for: 1)
    put(element, start)
    return BriefList(start: start, count: 1)
  }

  /// The elements of a list.
  func elements(_ list: BriefList) -> [Int64] { (0..<list.count).map { self[list, $0] } }

  /// Whether a list has an element.
  func has(_ list: BriefList, _ wanted: Int64) -> Bool {
    for place in 0..<list.count where self[list, place] == wanted { return true }
    return false
  }

  /// A number for a group of things, the same for equal ones; it is no thing's, and not negative
  /// one.
  func number(of group: BriefList) -> Int32 {
    for (number, known) in groups.enumerated() where known.count == group.count {
      if (0..<group.count).allSatisfy({ self[known, $0] == self[group, $0] }) {
        return -2 - Int32(number)
      }
    }
    groups.append(group)
    return -1 - Int32(groups.count)
  }

  private func growElements() {
    let old = unsafe cells.pointee.room
    var room = old * 2
    while unsafe room < cells.pointee.end { room *= 2 }
    let elements = UnsafeMutablePointer<Int64>.allocate(capacity: room)
    unsafe elements.moveInitialize(from: cells.pointee.elements, count: old)
    unsafe (elements + old).initialize(repeating: 0, count: room - old)
    unsafe cells.pointee.elements.deallocate()
    unsafe cells.pointee.elements = elements
    unsafe cells.pointee.room = room
  }
}
