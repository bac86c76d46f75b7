/// Tells cases, one after the other, from the invoice to the end or to the day of the extract.
struct Storyteller {
  let calendar: Calendar
  /// The case that is being told.
  var text = CaseText()
  var plot: Plot
  var chance: Chance
  /// Set when the story passes the day of the extract: nothing more is written.
  var isOver = false
  /// What has been charged and not been taken back, by kind.
  var costs: [(kind: String, ore: Int)] = []
  /// What the creditor's letters charged, all in all.
  var fees = 0
  /// What the agency charged, all in all.
  var salaer = 0
  /// What is left of each claim.
  var left: [Int] = []
  /// Late interest on what has been paid of each claim, and the day from which it runs now.
  var interest: [Int] = []
  var interestFrom: [Day] = []
  /// The day of the last call.
  var called = 0
  /// How many calls and payments there have been; they are numbered.
  var calls = 0
  var payments = 0

  init(calendar: Calendar) {
    self.calendar = calendar
    plot = .none
    chance = Chance(seed: 0)
  }

  /// Tells a case; it then stands in `text`, with its line feed.
  mutating func tell(_ plot: Plot) {
    self.plot = plot
    chance = Chance(seed: plot.seed)
    text.clear()
    isOver = false
    (costs, fees, salaer, called, calls, payments) = ([], 0, 0, 0, 0, 0)
    left = plot.claims.map(\.ore)
    interest = plot.claims.map { _ in 0 }
    interestFrom = plot.claims.map { $0.due + 1 }
    text.open("{")
    tellParties()
    tellClaims()
    text.open("[", "events")
    tellEvents()
    text.close("]}\n")
  }

  private mutating func tellEvents() {
    tellInvoices()
    let warned = tellNotices()
    guard plot.course != .paidOnWarning else { return tellPaidOnWarning(by: warned) }
    let demanded = tellDemand(after: warned)
    tellCalls(after: demanded.day)
    switch plot.course {
    case .paidOnWarning: break
    case .paidOnDemand: tellPaidOnDemand(demanded)
    case .paidHeavy: tellPaidHeavy(demanded)
    case .plan: tellPlan(demanded)
    case .objectionInVain: tellObjectionInVain(demanded)
    case .objectionUpheld: tellObjectionUpheld(demanded)
    case .court: tellCourt(demanded)
    case .dropped: tellDropped(demanded)
    }
  }

  /// Begins an event; false where the story is over.
  mutating func begin(_ type: String, _ id: String, _ day: Day, by: String? = nil) -> Bool {
    guard !isOver, day <= calendar.last else {
      isOver = true
      return false
    }
    text.open("{")
    text.text("id", id)
    text.text("type", type)
    text.text("date", calendar.text(day))
    if let by { text.text("by", by) }
    return true
  }

  /// Begins an event at an hour of a day.
  mutating func begin(
    _ type: String, _ id: String, _ day: Day, at time: String, by: String
  ) -> Bool {
    guard !isOver, day <= calendar.last else {
      isOver = true
      return false
    }
    text.open("{")
    text.text("id", id)
    text.text("type", type)
    text.text("at", calendar.text(day), "T" + time)
    text.text("by", by)
    return true
  }

  /// Ends an event.
  mutating func end() { text.close("}") }

  /// What is left of all claims.
  var principal: Int { left.reduce(0, +) }

  /// What has been charged and stands.
  var allCosts: Int { costs.reduce(0) { $0 + $1.ore } }

  /// Late interest on a claim, from its first day through a day.
  func interest(of claim: Int, through day: Day) -> Int {
    guard interestFrom[claim] <= day else { return interest[claim] }
    return interest[claim] + calendar.interest(on: left[claim], interestFrom[claim]...day)
  }

  /// Late interest on all claims.
  func interest(through day: Day) -> Int {
    left.indices.reduce(0) { $0 + interest(of: $1, through: day) }
  }
}
