import Casebook

/// For each thing of a file some others, in order: rows that stand in one list.
struct ThingRows: Sendable {
  private struct Row {
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private var rows: [Row]
  private var members: [Thing] = []

  /// The row of a thing; empty for one that has none, and for what is not of the file.
  subscript(thing: Thing) -> ArraySlice<Thing> {
    let place = Int(thing.index)
    guard place < rows.count else { return [] }
    let start = Int(rows[place].start)
    return members[start..<(start + Int(rows[place].count))]
  }

  /// For each of some things the claims that it concerns.
  init(claimsOf things: [Thing], in file: CaseFile) {
    rows = [Row](repeating: Row(), count: file.count)
    members.reserveCapacity(things.count)
    for thing in things {
      let start = members.count
      file.eachClaim(of: thing) { members.append($0) }
      rows[Int(thing.index)] = Row(start: Int32(start), count: Int32(members.count - start))
    }
  }

  /// For each member of the rows of some things those in whose rows it is, in their order.
  init(whose rows: ThingRows, of things: [Thing], in count: Int) {
    self.init(in: count) { pair in
      for thing in things {
        for member in rows[thing] { pair(member, thing) }
      }
    }
  }

  /// For each event, and for the case, what stands in it.
  init(partsOf eventOf: [Int32], in file: CaseFile) {
    self.init(in: file.count) { pair in
      for number in 0..<Int32(file.count) {
        let parent = file.parent(of: Thing(index: number)).index
        if parent != number {
          pair(Thing(index: eventOf[Int(parent)]), Thing(index: number))
        }
      }
    }
  }

  /// By counting: goes through the pairs of a thing and a member of its row twice.
  @inline(__always)
  private init(in count: Int, _ eachPair: ((_ key: Thing, _ member: Thing) -> Void) -> Void) {
    var rows = [Row](repeating: Row(), count: count)
    eachPair { key, _ in rows[Int(key.index)].count += 1 }
    var end: Int32 = 0
    for place in rows.indices where rows[place].count > 0 {
      rows[place].start = end
      end += rows[place].count
      rows[place].count = 0
    }
    var members = [Thing](repeating: Thing(index: 0), count: Int(end))
    eachPair { key, member in
      let row = rows[Int(key.index)]
      members[Int(row.start + row.count)] = member
      rows[Int(key.index)].count = row.count + 1
    }
    (self.rows, self.members) = (rows, members)
  }
}
