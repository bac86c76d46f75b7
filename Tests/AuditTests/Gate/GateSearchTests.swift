import Testing
import Values

@testable import Audit

@Suite("The searches of the gate") struct GateSearchTests {
  private static let start = CivilDay(number: 20_000)
  private static func day(_ offset: Int) -> CivilDay {
    CivilDay(number: start.number + Int32(offset))
  }

  @Test(
    "find the first free day after one run of closed ones", arguments: Array(0...80) + [184, 300])
  func run(length: Int) {
    let search = DaySearch(first: Self.start, last: Self.day(366)) { day in
      day < Self.day(length) ? .closed(notBefore: nil) : .free
    }
    #expect(search.day() == Self.day(length))
  }

  @Test("go where a bound sends them, and trust it no further than they see", arguments: 1...40)
  func bound(length: Int) {
    for told in [length, length - 1, length + 3] {
      var asked = 0
      let search = DaySearch(first: Self.start, last: Self.day(366)) { day in
        asked += 1
        return day < Self.day(length) ? .closed(notBefore: Self.day(told)) : .free
      }
      #expect(search.day() == Self.day(length), "\(told)")
      if told == length { #expect(asked <= 4) }
    }
  }

  @Test("do not miss the day that weekends hide", arguments: 0...6) func weekends(offset: Int) {
    for length in [20, 60, 150, 250] {
      func isClosed(_ day: CivilDay) -> Bool {
        day < Self.day(length) || (Int(day.number) + offset) % 7 < 2
      }
      let search = DaySearch(first: Self.start, last: Self.day(366)) { day in
        isClosed(day) ? .closed(notBefore: nil) : .free
      }
      let first = (0...366).map(Self.day).first { !isClosed($0) }
      #expect(search.day() == first, "\(length)")
    }
  }

  @Test(
    "take no run of the calendar's closed days for what stands always",
    arguments: 2010...2040, [false, true])
  func calendar(year: Int, saturdaysAreClosed: Bool) throws {
    let closed = (year...year + 2).reduce(into: Set<CivilDay>()) { $0.formUnion(holidays($1)) }
    func isClosed(_ day: CivilDay) -> Bool {
      closed.contains(day) || day.weekday == .sunday
        || (saturdaysAreClosed && day.weekday == .saturday)
    }
    let never = DaySearch.Obstacle(rule: "r", part: nil, expected: .never)
    let (first, last) = (
      try #require(CivilDay(year: year, month: 1, day: 1)),
      try #require(CivilDay(year: year, month: 12, day: 31))
    )
    for number in first.number...last.number {
      let start = CivilDay(number: number)
      let end = CivilDay(number: number + 366)
      let search = DaySearch(first: start, last: end) { day in
        isClosed(day) ? .closed(notBefore: nil, by: [never]) : .free
      }
      let open = (number...end.number).lazy.map(CivilDay.init(number:)).first { !isClosed($0) }
      #expect(search.day() == open, "\(start)")
    }
  }

  /// Norway's public holidays that are not Sundays by nature, from Easter by Gauss's rule.
  private func holidays(_ year: Int) -> Set<CivilDay> {
    let (century, golden) = (year / 100, year % 19)
    let moon = (15 + century - century / 4 - (8 * century + 13) / 25) % 30
    var full = (19 * golden + moon) % 30
    if full == 29 || (full == 28 && golden > 10) { full -= 1 }
    let equinox = CivilDay(year: year, month: 3, day: 21)
    let week = equinox.map { $0.number + Int32(full) + 1...$0.number + Int32(full) + 7 } ?? 0...6
    let easter = week.first { CivilDay(number: $0).weekday == .sunday } ?? 0
    let moving = [-3, -2, 1, 39, 50].map { CivilDay(number: easter + $0) }
    let fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)]
    return Set(moving + fixed.compactMap { CivilDay(year: year, month: $0.0, day: $0.1) })
  }

  @Test("give up soon where the same thing stands in the way on every day") func standing() {
    var asked = 0
    let always = DaySearch.Obstacle(rule: "r", part: nil, expected: .never)
    let search = DaySearch(first: Self.start, last: Self.day(366)) { day in
      asked += 1
      return .closed(notBefore: nil, by: [always])
    }
    #expect(search.day() == nil && asked <= 6)
  }

  @Test("do not give up where one thing ends and another begins", arguments: [20, 40, 200])
  func window(first: Int) {
    let (early, late) = (
      DaySearch.Obstacle(rule: "r", part: "early", expected: nil),
      DaySearch.Obstacle(rule: "r", part: "late", expected: nil)
    )
    let search = DaySearch(first: Self.start, last: Self.day(366)) { day in
      if day < Self.day(first) { return .closed(notBefore: nil, by: [early]) }
      return day < Self.day(first + 100) ? .free : .closed(notBefore: nil, by: [late])
    }
    #expect(search.day() == Self.day(first))
  }

  @Test("end where no day is free") func none() {
    var asked: Set<CivilDay> = []
    let search = DaySearch(first: Self.start, last: Self.day(366)) { day in
      asked.insert(day)
      return .closed(notBefore: nil)
    }
    #expect(search.day() == nil)
    #expect(asked.contains(Self.day(366)) && asked.count < 60)
  }

  @Test("find the first day for an amount, whatever the calendar closes", arguments: 0...6)
  func charge(offset: Int) {
    for length in [1, 2, 6, 7, 13, 22, 80, 300, 365] {
      for end in [366, 365, 364].map(Self.day) {
        func isFreeForLess(_ day: CivilDay) -> Bool { (Int(day.number) + offset) % 7 >= 2 }
        func isFree(_ day: CivilDay) -> Bool { day >= Self.day(length) && isFreeForLess(day) }
        guard isFree(end) else { continue }
        var asked: Set<CivilDay> = []
        let search = ChargeDaySearch(
          first: Self.start, last: end,
          isFree: { day in
            asked.insert(day)
            return isFree(day)
          }, isFreeForLess: isFreeForLess)
        let first = (0...366).map(Self.day).first(where: isFree)
        #expect(search.day() == first, "\(length)")
        // Where the calendar closes days, it may be misled once or twice.
        #expect(asked.count < 30)
      }
    }
  }

  @Test("ask of few days when an amount is lawful", arguments: [1, 22, 180, 365])
  func chargeTrials(length: Int) {
    var asked: Set<CivilDay> = []
    let search = ChargeDaySearch(
      first: Self.start, last: Self.day(366),
      isFree: { day in
        asked.insert(day)
        return day >= Self.day(length)
      }, isFreeForLess: { _ in true })
    #expect(search.day() == Self.day(length) && asked.count <= 10)
  }

  @Test("know by the last day that an amount is too much on all") func chargeNever() {
    var asked = 0
    let search = ChargeDaySearch(
      first: Self.start, last: Self.day(366),
      isFree: { _ in
        asked += 1
        return false
      }, isFreeForLess: { _ in true })
    #expect(search.day() == nil && asked == 1)
  }

  @Test(
    "find the largest amount to the øre",
    arguments: [Int64(0), 1, 99, 100, 18_750, 23_437, 300_00, 123_456_789])
  func amount(most: Int64) throws {
    let half = try Ratio(1, 2)
    let over: [(String, (Int64) -> Ratio)] = [
      ("exact", { Ratio($0 - most) }), ("none", { _ in .zero }), ("all", { Ratio($0) }),
      ("rounded", { (try? Ratio($0 - most).adding(half)) ?? .zero }),
    ]
    for (name, excess) in over {
      for stated in [nil, most, most - 1, most + 1, 0, -5, Int64.max] {
        let search = AmountSearch { ore in
          ore > most ? .init(sum: excess(ore), stated: stated) : nil
        }
        #expect(search.largest() == most, "\(name), stated \(stated ?? -1)")
      }
    }
    #expect(AmountSearch { _ in nil }.largest() == nil)
  }

  @Test("take the amount that a finding states after trying it and the next") func stated() {
    var tried: [Int64] = []
    let search = AmountSearch { ore in
      tried.append(ore)
      return ore > 3800 ? .init(sum: Ratio(ore), stated: 3800) : nil
    }
    #expect(search.largest() == 3800)
    #expect(tried.dropFirst() == [3800, 3801])
  }
}
