/// Values without repeats, in the order in which they came.
///
/// A few are looked through; many, as where the order of a hundred letters of one day is open, are
/// told apart by their hashes.
struct Distinct<Element: Hashable> {
  private(set) var all: [Element]
  /// The values, once there are many.
  private var known: Set<Element> = []

  private static var few: Int { 16 }

  /// Values of which none is there twice.
  init(_ all: [Element] = []) { self.all = all }

  /// Takes in a value, unless it is there; whether it was not.
  @discardableResult
  mutating func add(_ element: Element) -> Bool {
    if all.count < Self.few {
      if all.contains(element) { return false }
    } else {
      if known.isEmpty { known = Set(all) }
      guard known.insert(element).inserted else { return false }
    }
    all.append(element)
    return true
  }

  /// Takes in those of some values that are not there yet; none of them is there twice.
  mutating func add(contentsOf more: [Element]) {
    guard !all.isEmpty else { return all = more }
    // Causes of values that rest on the same sum begin in the same way.
    var same = 0
    while same < all.count, same < more.count, all[same] == more[same] { same += 1 }
    for element in more[same...] { add(element) }
  }
}
