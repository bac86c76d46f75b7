import Casebook

/// For each thing of a file some others, in order: rows that lie one after the other.
struct ThingRows: Sendable {
  private var starts: [Int32]
  private var members: [Thing] = []

  /// The row of a thing; empty for one that has none, and for what is not of the file.
  subscript(thing: Thing) -> ArraySlice<Thing> {
    let place = Int(thing.index)
    guard place + 1 < starts.count else { return [] }
    return members[Int(starts[place])..<Int(starts[place + 1])]
  }

  /// A row for each of some things, which need not be in the order of the file.
  init(of things: [Thing], in count: Int, _ row: (Thing) -> [Thing]) {
    self.init(
      things.flatMap { thing in row(thing).map { (key: thing, member: $0) } }, in: count)
  }

  /// Things in the rows of others.
  init(for things: [Thing], in count: Int, _ keys: (Thing) -> ArraySlice<Thing>) {
    self.init(
      things.flatMap { thing in keys(thing).map { (key: $0, member: thing) } }, in: count)
  }

  /// Things in the row of at most one other.
  init(for things: ArraySlice<Thing>, in count: Int, _ key: (Thing) -> Thing?) {
    self.init(
      things.compactMap { thing in key(thing).map { (key: $0, member: thing) } }, in: count)
  }

  /// By counting: a row keeps the order of the pairs.
  private init(_ pairs: [(key: Thing, member: Thing)], in count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.key.index) + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
    members = [Thing](repeating: Thing(index: 0), count: pairs.count)
    var next = starts
    for pair in pairs {
      let key = Int(pair.key.index)
      members[Int(next[key])] = pair.member
      next[key] += 1
    }
  }
}
