extension Storyteller {
  /// Calls and messages of the agency, some days after its demand.
  mutating func tellCalls(after day: Day) {
    let next = calendar.workday(day + 1)
    if chance.happens(300), begin("message", "info", next, at: "12:10", by: "agency") {
      text.text("channel", "sms")
      text.text("purpose", "information")
      text.words("outside", ["name"])
      end()
    }
    let isRude = plot.fault?.isOfCalls ?? false
    guard isRude || plot.isCalled && chance.happens(plot.agency.calls) else { return }
    let first = calendar.workday(day + 3)
    if chance.happens(400) { call(on: first, at: "10:3\(chance.below(10))", isAnswered: false) }
    let second = calendar.workday(first + 3)
    switch plot.fault {
    case .lateCall: call(on: second, at: "22:1\(chance.below(10))", isAnswered: true)
    case .holidayCall: call(on: calendar.holiday(second), at: "11:20", isAnswered: true)
    case .manyCalls:
      call(on: second, at: "09:15", isAnswered: false)
      call(on: second, at: "13:40", isAnswered: false)
      call(on: second, at: "18:05", isAnswered: true)
    default: call(on: second, at: "14:2\(chance.below(10))", isAnswered: true)
    }
  }

  private mutating func call(on day: Day, at time: String, isAnswered: Bool) {
    calls += 1
    called = day
    guard begin("call", "c\(calls)", day, at: time, by: "agency") else { return }
    text.text("outcome", isAnswered ? "answered" : "unanswered")
    if isAnswered {
      let isOther = plot.fault == .talkedToOther
      text.words("recipients", [isOther ? "employer" : "debtor"])
      text.flag("identityVerified", !isOther)
      text.flag("disclosed", true)
      text.flag("situationAsked", true)
      text.flag("consequencesExplained", true)
    }
    text.text("reviewedAt", calendar.text(day), "T" + time)
    end()
  }

  /// The debtor objects; the agency holds, considers and answers. The day of the answer.
  mutating func tellObjection(_ demanded: Demanded, isUpheld: Bool) -> Day {
    let day = calendar.workday(max(demanded.day + 9, called + 2))
    if begin("objection", "o", day, by: "debtor") {
      text.text("to", "agency")
      text.text("ground", isUpheld ? "the goods never came" : "says that it was paid before")
      text.text("assessment", isUpheld ? "reasonable" : "groundless")
      text.words(
        "register",
        ["objection", "about", "creditor", "claim-kind", "contract-basis", "outcome", "dates"])
      text.flag("couldHaveComeEarlier", isUpheld)
      end()
    }
    if begin("hold", "ho", day, by: "agency") {
      text.words("of", ["o"])
      text.text("cause", "objection")
      end()
    }
    let answered = calendar.workday(day + 5)
    guard plot.fault != .noAnswer else { return answered }
    if begin("assessment", "as", answered, by: "agency") {
      text.words("of", ["o"])
      text.text("subject", "objection")
      text.text("outcome", isUpheld ? "reasonable" : "groundless")
      end()
    }
    if begin("answer", "an", answered, by: "agency") {
      text.words("of", ["o"])
      tellChannel()
      text.text("outcome", isUpheld ? "upheld" : "not-upheld")
      text.text("deadline", "none")
      text.words("states", ["reasons"])
      text.words("flags", [])
      end()
    }
    return answered
  }
}
